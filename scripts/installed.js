/**
 * After `npm ci`: tells in one line which Node.js runs the project, where that is not the one that runs npm, and removes what came with
 * it and nobody needs. JavaScript, since it may run on a Node.js that takes no TypeScript.
 */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const NEEDED = [22, 18]
const root = fileURLToPath(new URL('..', import.meta.url))

// What compiles add-ons for Node.js needs its C headers, 67 MB of them; there is no such thing here.
rmSync(join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'include'), { recursive: true, force: true })

// Of the package for diagrams two thirds are maps that tell a debugger where its lines come from, 85 MB of them.
const diagrams = join(root, 'node_modules/mermaid/dist')
for (const file of existsSync(diagrams) ? readdirSync(diagrams, { recursive: true }) : []) {
  if (file.endsWith('.map'))
    rmSync(join(diagrams, file))
}

const outside = /node\/v([\d.]+)/.exec(process.env.npm_config_user_agent ?? '')?.[1]
const own = process.versions.node
const [major, minor] = own.split('.').map(Number)
if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
  console.error(`This is Node.js ${own}, and the project needs ${NEEDED.join('.')} or newer: it brings none for ${process.platform}-${process.arch}. Mend: Install Node.js ${readFileSync(join(root, '.nvmrc'), 'utf8').trim()} (nvm install), then npm ci again.`)
  process.exitCode = 1
}
else if (outside && outside !== own) {
  console.log(`npm runs on Node.js ${outside}; the commands of the project run on the ${own} that it brings.`)
}
