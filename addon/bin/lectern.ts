#!/usr/bin/env node
/** `lectern COMMAND`: all that the framework does with the deck in the folder in which it is called. */
import type { Command } from '../lib/command.ts'
import process from 'node:process'
import { helpOf, isHelp } from '../lib/command.ts'
import { nearest } from '../lib/deck/faults.ts'
import { run, usageError } from '../lib/run.ts'

/** Each is loaded only when it is called: what one needs, another may do without. */
const COMMANDS: Record<string, () => Promise<{ command: Command }>> = {
  check: () => import('./commands/check.ts'),
  dev: () => import('./commands/dev.ts'),
  start: () => import('./commands/start.ts'),
  build: () => import('./commands/build.ts'),
  preview: () => import('./commands/preview.ts'),
  rehearsals: () => import('./commands/rehearsals.ts'),
  handouts: () => import('./commands/handouts.ts'),
  gate: () => import('./commands/gate.ts'),
  hosting: () => import('./commands/hosting.ts'),
  event: () => import('./commands/event.ts'),
  init: () => import('./commands/init.ts'),
}

async function overview(): Promise<string> {
  const lines = await Promise.all(Object.entries(COMMANDS).map(async ([name, load]) => `  ${name.padEnd(12)}${(await load()).command.summary}`))
  return ['lectern COMMAND [--help]: what it does with the deck of this folder', '', ...lines].join('\n')
}

await run(async (signal) => {
  const [name = '--help', ...args] = process.argv.slice(2)
  if (name === 'help' || isHelp([name])) {
    console.log(await overview())
    return
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!load)
    throw usageError('lectern', `"${name}"`, 'there is no such command', `Write lectern ${nearest(name, Object.keys(COMMANDS))}; lectern --help lists all.`)
  const { command } = await load()
  if (isHelp(args))
    console.log(helpOf(name, command))
  else
    await command.run(args, signal)
})
