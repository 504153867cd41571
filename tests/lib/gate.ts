import type { Page } from '@playwright/test'
import type { Finding } from '../../addon/gate/inspect.ts'
import type { GateSettings } from '../../addon/gate/settings.ts'
import { inspect as inspectWith } from '../../addon/gate/deck.ts'
import { gateSettings } from '../../addon/gate/settings.ts'
import { loadConfig } from '../../addon/lib/deck/config.ts'
import { readSettings } from '../../addon/lib/deck/settings.ts'
import { ROOT } from '../../addon/lib/paths.ts'

/** What the gate wants of this talk. */
export async function ownSettings(): Promise<GateSettings> {
  return gateSettings(await loadConfig(ROOT), await readSettings(ROOT))
}

/** Geometry of the visible slide, by the floors of this talk. */
export async function inspect(page: Page, no: number): Promise<Finding[]> {
  return inspectWith(page, no, (await ownSettings()).floors)
}
