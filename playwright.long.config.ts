import process from 'node:process'
import { defineConfig } from '@playwright/test'
import settings from './playwright.config.ts'

process.env.DECK_ACTIONS ??= '500'
process.env.LEAF_SEQUENCES ??= '500'
process.env.LEAF_SLOW ??= '500'

/** `npm run test:long`: what takes minutes and is not part of `npm test`. */
export default defineConfig({
  ...settings,
  projects: undefined,
  testMatch: ['**/long/**/*.test.ts', '**/e2e/scene-*.test.ts', '**/e2e/leaf.test.ts'],
  // Figures of memory and time are the page's own only if no other page runs beside it.
  workers: 1,
  timeout: 120 * 60_000,
})
