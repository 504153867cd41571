import { defineConfig } from '@playwright/test'
import { findBrowser } from './addon/lib/browser.ts'

const { executablePath, args } = await findBrowser()

export default defineConfig({
  testDir: 'tests',
  testMatch: ['**/e2e/**/*.test.ts', '**/pdf/**/*.test.ts'],
  globalSetup: './tests/lib/sites.ts',
  // Two cores: one for the browser, one for the tests and the server.
  workers: 2,
  fullyParallel: true,
  // Against a test that hangs, and not one on a slow machine: tests wait for states.
  timeout: 30 * 60_000,
  reporter: [['list']],
  forbidOnly: true,
  snapshotPathTemplate: 'tests/talk/baselines/{arg}{ext}',
  expect: {
    toHaveScreenshot: { animations: 'disabled', threshold: 0.1, maxDiffPixelRatio: 0.0001 },
    timeout: 120_000,
  },
  use: {
    viewport: { width: 1920, height: 1080 },
    launchOptions: { executablePath, args },
    serviceWorkers: 'block',
  },
})
