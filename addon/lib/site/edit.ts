import type { Rollup } from 'vite'

/** What a text says, and what it should say. */
export type Edit = readonly [from: string, to: string]

/**
 * A file of Slidev's client with other words in some places. Stops the build if a place is not there any more.
 *
 * @param context of the Vite plugin
 * @param plugin file beside this one that makes the edits
 * @param id path of the file
 * @param text what it says
 * @param edits in their order
 */
export function editText(context: Pick<Rollup.PluginContext, 'error'>, plugin: string, id: string, text: string, edits: readonly Edit[]): string {
  return edits.reduce((edited, [from, to]) => {
    if (!edited.includes(from))
      context.error(`${id.split('@slidev/client/').at(-1)} of Slidev no longer says ${from}: look whether addon/lib/site/${plugin} still has to change it`)
    return edited.replace(from, () => to)
  }, text)
}
