import type { Item } from './item.ts'

/** What the browser knows of fonts and of what it has fetched. */
export interface FontsAsked {
  /** The families of the deck. */
  families: readonly string[]
  /** How many faces of a family the site has; rejects if one does not come. */
  load: (family: string) => Promise<number>
  /** Addresses of all that the page has fetched. */
  fetched: readonly string[]
  /** Address of the page. */
  page: string
}

/** Hosts beside the page's own from which something came. */
function othersIn(fetched: readonly string[], page: string): string[] {
  const own = new URL(page).host
  const hosts = fetched.flatMap((address) => {
    const { protocol, host } = new URL(address, page)
    return protocol.startsWith('http') && host !== own ? [host] : []
  })
  return [...new Set(hosts)]
}

/** Are the fonts there without a network? */
export async function fontsItem({ families, load, fetched, page }: FontsAsked): Promise<Item> {
  const name = 'Fonts'
  const others = othersIn(fetched, page)
  if (others.length)
    return { name, state: 'look', says: `Something comes from ${others.join(', ')}, which a room without network does not reach.`, mend: 'Take the fonts into the deck, or stay on the network.' }
  const faces = await Promise.all(families.map(family => load(family).catch(() => Number.NaN)))
  const late = families.filter((_, index) => Number.isNaN(faces[index]))
  if (late.length)
    return { name, state: 'look', says: `${late.join(', ')} did not come.`, mend: 'Load the page again; look whether npm start still runs.' }
  const system = families.filter((_, index) => faces[index] === 0)
  return system.length
    ? { name, state: 'look', says: `${system.join(', ')} must be installed on this machine: the deck does not bring it.`, mend: 'Look at a slide: are its letters as you know them?' }
    : { name, state: 'ready', says: families.length ? `${families.join(', ')}: all from this site.` : 'The deck takes those of the machine.' }
}
