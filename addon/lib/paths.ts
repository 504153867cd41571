import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import process from 'node:process'

/** Folder of the framework; its compiled code lies one folder deeper, in dist/. */
export const ADDON = ['..', '../..'].map(way => resolve(import.meta.dirname, way)).find(folder => existsSync(join(folder, 'package.json')))!

/** Folder of the deck: the one in which a command is called. */
export const ROOT = process.cwd()

/** Where `npm start` keeps its build, away from the one that is hosted. */
export const PRESENT = resolve(ROOT, '.present')

/** Where `npm start -- --remote` keeps the devices that were let in, for the next start. */
export const REMOTE_SESSIONS = resolve(ROOT, '.remote.json')
