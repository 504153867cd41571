import { resolve } from 'node:path'

/** Folder of the project. */
export const ROOT = resolve(import.meta.dirname, '../..')

/** Where `npm start` keeps its build, away from the one that is hosted. */
export const PRESENT = resolve(ROOT, '.present')
