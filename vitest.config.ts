import process from 'node:process'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { loadConfig } from './addon/lib/deck/config.ts'
import { deckPlugin } from './addon/lib/site/deck-modules.ts'

const root = process.cwd()

export default defineConfig({
  plugins: [
    vue(),
    deckPlugin(await loadConfig(root), root),
  ],
  test: {
    include: ['tests/*/unit/**/*.test.ts'],
    environment: 'happy-dom',
    // Against a test that hangs, and not one on a slow machine.
    testTimeout: 10 * 60_000,
    hookTimeout: 10 * 60_000,
  },
})
