import type { Maker } from './makers.ts'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readSlides } from '../addon/lib/deck/read-deck.ts'
import { ROOT } from '../addon/lib/paths.ts'
import { serve } from '../addon/lib/serve/serve.ts'
import { buildHosted } from '../addon/lib/site/hosted.ts'
import { sizeOf } from '../addon/lib/site/swap.ts'
import { DECKS } from './limits.ts'
import { marp, reveal, slidev } from './makers.ts'
import { installOwnPackages } from './own-packages.ts'
import { buildWithMarp, buildWithReveal, buildWithSlidev, readTalk } from './peers/build.ts'
import { numberOf } from './peers/talk.ts'
import { buildPlain } from './plain.ts'

/** What is opened directly. */
export type Kind = 'picture' | 'table' | 'list'

/** In this deck, by alias. */
const OF_OURS: Record<Kind, string> = { picture: 'os-level', table: 'comparison', list: 'sources' }
/** In the talk of the peers, by heading. */
const OF_PEERS: Record<Kind, string> = { picture: 'The map', table: 'The way in numbers', list: 'What to take along' }

/** A deck that is built and served. */
export interface Deck {
  name: string
  url: string
  maker: Maker
  /** How many slides it has. */
  slides: number
  /** Numbers of the slides that are opened directly. */
  direct: Record<Kind, number>
  /** Bytes on disk. */
  bytes: number
  close: () => Promise<void>
}

/** How the decks are built. */
export interface DeckOptions {
  /** The same talk by other makers too. */
  peers: boolean
  /** For the sites. */
  folder: string
  /** For the source of plain Slidev: see `buildPlain`. */
  source: string
  signal: AbortSignal
}

/** Builds this deck, the same slides by plain Slidev, and the peers; serves all by the same server. The caller closes them. */
export async function openDecks({ peers, folder, source, signal }: DeckOptions): Promise<Deck[]> {
  const { slides } = await readSlides(ROOT)
  const ours = {
    maker: slidev,
    slides: slides.length,
    direct: each(OF_OURS, alias => slides.findIndex(({ frontmatter }) => frontmatter.routeAlias === alias) + 1),
  }
  const decks = [
    await open(DECKS.ours, ours, out => buildHosted(out, { root: ROOT, base: '/', signal, say: console.log })),
    await open(DECKS.plain, ours, out => buildPlain(source, out, signal)),
  ]
  if (!peers)
    return decks

  installOwnPackages('reveal.js')
  const talk = await readTalk()
  const theirs = { slides: talk.length, direct: each(OF_PEERS, heading => numberOf(talk, heading)) }
  return [
    ...decks,
    await open(DECKS.slidev, { ...theirs, maker: slidev }, out => buildWithSlidev(out, signal)),
    await open(DECKS.reveal, { ...theirs, maker: reveal }, buildWithReveal),
    await open(DECKS.marp, { ...theirs, maker: marp }, out => buildWithMarp(out, signal)),
  ]

  async function open(name: string, about: Pick<Deck, 'maker' | 'slides' | 'direct'>, build: (out: string) => Promise<void>): Promise<Deck> {
    signal.throwIfAborted()
    console.log(`builds ${name}`)
    const out = join(folder, name)
    await mkdir(out)
    await build(out)
    const { url, close } = await serve(out, { hold: true, isPacked: true })
    return { ...about, name, url, bytes: (await sizeOf(out)).bytes, close }
  }
}

function each<T, U>(of: Record<Kind, T>, change: (value: T) => U): Record<Kind, U> {
  return { picture: change(of.picture), table: change(of.table), list: change(of.list) }
}
