import { spawn, spawnSync } from 'node:child_process'
import process from 'node:process'
import { createInterface } from 'node:readline'

const READY = '--ready--'
const LINK = '--link--'

/** Runs a command of the shell and gives its lines, without blanks around them. Throws with the command and what it complained about. */
export function shell(command: string, env: Record<string, string> = {}): string[] {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8', env: { ...process.env, ...env } })
  // grep and ps end with 1 where they find nothing, which is an answer.
  if (status !== 0 && stderr)
    throw new Error(`${command}: ${stderr.trim()}`)
  return stdout.split('\n').map(line => line.trim()).filter(Boolean)
}

/** A process that has looked round and waits. */
export interface Program {
  inside: string[]
  link: string
  /** Its number outside. */
  pid: string
  /** Lets it end. */
  end: () => Promise<void>
}

/** What the program is told. Commands are for the shell. */
export interface Script {
  act?: string
  look: string
  /** Name under /proc/self/ns. */
  link: string
}

/** What runs inside, as a script: `program "act" "look" "link"`. It waits until nobody listens any more. */
export const PROGRAM = `#!/bin/sh
eval "$1" && { eval "$2"; echo ${LINK}; readlink "/proc/self/ns/$3"; echo ${READY}; read -r end; }
`

/**
 * Starts the program and waits until it has looked round.
 *
 * @param command what leads to the program: options of unshare, a change of user, the path of the script
 * @param script what it does first, how it looks, and which namespace it names
 * @throws {Error} with the command and what it complained about, if it does not get that far
 */
export async function startProgram(command: readonly string[], script: Script): Promise<Program> {
  const { act = ':', look, link } = script
  const [file, ...options] = command
  const child = spawn(file!, [...options, act, look, link], { stdio: ['pipe', 'pipe', 'pipe'] })
  let complaint = ''
  child.stderr.on('data', (data: unknown) => complaint += String(data))
  const ended = new Promise<void>(resolve => child.on('close', () => resolve()))
  const lines: string[] = []
  for await (const line of createInterface(child.stdout)) {
    if (line === READY)
      break
    lines.push(line.trim())
  }
  const at = lines.indexOf(LINK)
  if (at < 0)
    throw new Error(`${[...command, act, look].join(' ')}: ${complaint.trim() || 'ended early'}`)
  return {
    inside: lines.slice(0, at).filter(Boolean),
    link: lines[at + 1]!,
    pid: shell('ps -C program -o pid=')[0]!,
    async end() {
      child.stdin.end()
      await ended
    },
  }
}
