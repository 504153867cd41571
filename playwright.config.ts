import { defineConfig } from '@playwright/test'
import { findBrowser } from './scripts/lib/browser.ts'

const { executablePath, args } = await findBrowser()

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/lib/sites.ts',
  // Two cores: one for the browser, one for the tests and the server.
  workers: 2,
  fullyParallel: true,
  timeout: 240_000,
  reporter: [['list']],
  forbidOnly: true,
  use: {
    viewport: { width: 1920, height: 1080 },
    launchOptions: { executablePath, args },
    serviceWorkers: 'block',
  },
})
