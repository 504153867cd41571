#!/usr/bin/env node
// What `npx lectern` runs: the commands, compiled in a package and as they are written in the repository.
// Nothing in here is newer than the oldest Node.js that may have to be told that it is too old.
import { existsSync, readFileSync } from 'node:fs'
import process from 'node:process'

const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
const [needed, own] = [engines.node, process.versions.node].map(version => version.replace('>=', '').split('.').map(Number))
if (own[0] < needed[0] || (own[0] === needed[0] && own[1] < needed[1])) {
  console.error(`lectern needs Node.js ${needed.join('.')} or newer, and this is ${process.versions.node}. Mend: Install a newer one, or have npm bring it to this project: npm install --save-dev node@24`)
  process.exit(1)
}

// A deck.config.ts is a module, whatever the package.json beside it says or does not say.
const { emitWarning } = process
process.emitWarning = (warning, ...about) => {
  if (!about.some(detail => detail && detail.code === 'MODULE_TYPELESS_PACKAGE_JSON'))
    emitWarning.call(process, warning, ...about)
}

const source = new URL('./lectern.ts', import.meta.url)
await import(existsSync(source) ? source.href : '../dist/bin/lectern.js')
