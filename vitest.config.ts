import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { sourceTitlesPlugin } from './addon/lib/site/source-titles.ts'

export default defineConfig({
  plugins: [
    vue(),
    sourceTitlesPlugin(),
  ],
  test: {
    include: ['tests/unit/**/*.test.ts'],
    environment: 'happy-dom',
  },
})
