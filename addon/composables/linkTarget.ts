/** Where a link of the deck leads: to a file beside the deck, or to a place in it. */
export type LinkTarget
  = | { file: string, path: string, isInPage?: boolean }
    /** `to` for the router; `slide` names the slide on paper. */
    | { to: string, slide: string }

/** What the deck has to lead to. */
export interface LinkPlaces {
  /** Paths of the files in public/. */
  files: readonly string[]
  base: string
  /** Where aliases lead that only another cut of the deck has. */
  absent?: Readonly<Record<string, string>>
  isSlide: (name: string) => boolean
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  }
  catch {
    return text
  }
}

/** Decides where a link leads, by what the deck has. */
export function linkTarget(to: string, { files, base, absent = {}, isSlide }: LinkPlaces): LinkTarget {
  // In the one file what public/ holds is in the page.
  if (to.startsWith('data:'))
    return { file: to, path: 'file', isInPage: true }
  if (/^#(?!\/|\d+$)/.test(to))
    return { to, slide: to.slice(1) }
  const rest = to.replace(/^#/, '').replace(/^\.?\//, '')
  const [address] = rest.split(/[?#]/) as [string]
  const more = rest.slice(address.length)
  const path = decode(address)
  const name = path.replace(/\/$/, '')
  const isFile = files.includes(path)
  if (!isSlide(name) && (isFile || files.includes(`${name}/index.html`)))
    return { file: `${base}${isFile ? address : `${address.replace(/\/$/, '')}/`}${more}`, path: isFile ? path : `${name}/` }
  if (absent[name] !== undefined)
    return { to: `/${absent[name]}`, slide: absent[name] }
  return { to: `/${name}${more}`, slide: name || '1' }
}
