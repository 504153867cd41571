import { resolve } from 'node:path'
import process from 'node:process'

/** Folder of the framework. */
export const ADDON = resolve(import.meta.dirname, '..')

/** Folder of the deck: the one in which a command is called. */
export const ROOT = process.cwd()

/** Where `npm start` keeps its build, away from the one that is hosted. */
export const PRESENT = resolve(ROOT, '.present')
