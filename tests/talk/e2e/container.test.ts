import process from 'node:process'
import { expect, test } from '@playwright/test'
import { proveContainer } from '../../../hosting/container.ts'
import { CONTAINER, RIGHTS } from '../../../hosting/rights.ts'

test('the deck runs in a container without rights', async () => {
  const said: string[] = []
  const why = await proveContainer(process.env.SITE_FOLDER!, CONTAINER, line => said.push(line))
  if (why)
    console.log(`No container was run: ${why}.`)
  test.skip(why !== undefined, why)
  expect(said[0]).toContain(RIGHTS.join(' '))
  expect(said.filter(line => line.startsWith('yes')).length).toBeGreaterThanOrEqual(5)
})
