/**
 * Before `npm pack`: compiles what Node itself loads into dist/. Node runs no TypeScript under node_modules; what Slidev and Vite
 * load, in setup/, components/ and composables/, stays as it is written.
 */
import { readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import process from 'node:process'
import ts from 'typescript'

const ADDON = resolve(import.meta.dirname, '..')
const RE_COMPILED = /"\.\/dist\/([\w/-]+)\.js"/g

/** The commands and whatever package.json exports from dist/; what these import comes along. */
const entries = ['bin/lectern.ts', ...[...readFileSync(join(ADDON, 'package.json'), 'utf8').matchAll(RE_COMPILED)].map(([, name]) => `${name!}.ts`)]

const outDir = join(ADDON, 'dist')
rmSync(outDir, { recursive: true, force: true })
const program = ts.createProgram(entries.map(file => join(ADDON, file)), {
  target: ts.ScriptTarget.ES2024,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  rewriteRelativeImportExtensions: true,
  declaration: true,
  skipLibCheck: true,
  // `npm run typecheck` has looked at the types.
  noCheck: true,
  rootDir: ADDON,
  outDir,
})
const { diagnostics, emitSkipped } = program.emit()
if (emitSkipped || diagnostics.length) {
  console.error(ts.formatDiagnostics(diagnostics, { getCanonicalFileName: name => name, getCurrentDirectory: () => ADDON, getNewLine: () => '\n' }))
  process.exit(1)
}
