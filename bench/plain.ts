import type { DockerRun } from '../data/types.ts'
import { cp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ROOT } from '../addon/lib/paths.ts'
import { runSlidev } from '../addon/lib/site/slidev.ts'
import { dockerRun } from '../data/docker-run.ts'

/** What the talk is made of. What is missing is about how the site is built and kept. */
const TALK = [
  'addon',
  'checks',
  'components',
  'composables',
  'data',
  'layouts',
  'pages',
  'public',
  'deck.config.ts',
  'scripts',
  'styles',
  'global-bottom.vue',
  'slide-top.vue',
  'slide-bottom.vue',
  'slides.md',
  'package.json',
]

/** How the site is kept, inside the parts of the talk. */
const OURS = ['addon/index.html', 'addon/setup/main.ts']

/** Facts that components import; it changes nothing of Slidev. */
const PLUGINS = `import { loadConfig } from '../lib/deck/config.ts'\nimport { deckPlugin } from '../lib/site/deck-modules.ts'\n\nexport default async ({ userRoot }) => [deckPlugin(await loadConfig(userRoot), userRoot)]\n`

/** The switches of the headmatter: from the first to the last of them. */
const RE_SWITCHES = /^drawings:\n[\s\S]*?^codeCopy: false\n/m

/** The sequence as Mermaid text. A semicolon would end a statement. */
function mermaidOf({ participants, steps }: DockerRun): string {
  return [
    'sequenceDiagram',
    ...participants.map(({ id, label }) => `  participant ${id} as ${label}`),
    ...steps.map(({ from, to, what }) => `  ${from}->>${to}: ${what.replaceAll(';', '#59;')}`),
  ].join('\n')
}

async function change(file: string, from: string | RegExp, to: string): Promise<void> {
  const text = await readFile(file, 'utf8')
  const changed = text.replace(from, () => to)
  if (changed === text)
    throw new Error(`${file} does not say ${String(from)}`)
  await writeFile(file, changed)
}

/**
 * Builds the same slides with the same components by Slidev as it comes: all features on, nothing left out, nothing drawn
 * beforehand, whole fonts, and the one diagram that can be Mermaid as Mermaid. Only what would fetch from other hosts is off,
 * since the bench would then measure its own network.
 *
 * @param folder for its source, inside the project, so that its packages are found
 * @param out where the site goes
 * @param signal ends it
 */
export async function buildPlain(folder: string, out: string, signal: AbortSignal): Promise<void> {
  for (const part of TALK)
    await cp(join(ROOT, part), join(folder, part), { recursive: true })
  for (const part of OURS)
    await rm(join(folder, part))
  await writeFile(join(folder, 'addon/setup/vite-plugins.ts'), PLUGINS)
  await change(join(folder, 'slides.md'), RE_SWITCHES, '')
  await change(join(folder, 'pages/03-crossing.md'), '<DockerRun />', `\`\`\`mermaid {scale: 0.5}\n${mermaidOf(dockerRun)}\n\`\`\``)
  const { code, output } = await runSlidev(['build', join(folder, 'slides.md'), '--out', out], { root: folder, signal, stdio: ['ignore', 'pipe', 'pipe'] })
  if (code !== 0)
    throw new Error(output)
}
