import { availableParallelism } from 'node:os'
import { defineConfig } from '@playwright/test'
import { findBrowser } from './addon/lib/browser.ts'

const { executablePath, args } = await findBrowser()

const ALL = ['**/e2e/**/*.test.ts', '**/pdf/**/*.test.ts']
/** Files that build a deck, print one, or go through all slides: by what `npm test` says at its end. */
const LONG = ['e2e/walk', 'pdf/handouts', 'e2e/gate-deck', 'e2e/engines', 'e2e/packed', 'e2e/decks', 'e2e/silent', 'e2e/single', 'e2e/commands', 'e2e/hosted'].map(name => `**/${name}.test.ts`)
/** Each worker has a browser of its own. */
const MOST_CORES = 7

export default defineConfig({
  testDir: 'tests',
  globalSetup: './tests/lib/sites.ts',
  // One more than there are cores: while a test waits for a frame or for a build, another one works.
  workers: Math.min(availableParallelism(), MOST_CORES) + 1,
  fullyParallel: true,
  // What takes longest begins first, so that no worker is left with it alone at the end.
  projects: [
    { name: 'long', testMatch: LONG },
    { name: 'short', testMatch: ALL, testIgnore: LONG },
  ],
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
