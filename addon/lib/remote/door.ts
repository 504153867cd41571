import type { IncomingMessage } from 'node:http'

/** One of the addresses that the server listens on. */
export interface Door {
  /** Of this machine itself, where nobody is asked for a code. */
  isLocal: boolean
  /** The address by itself. */
  address: string
  port: number
}

/** What a door is asked by. */
type Asked = Pick<IncomingMessage, 'headers'>

/** Names that lead to this machine and nowhere else. */
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']

/** What stands in `Host` when somebody means this door: the address that was printed. */
function hostsOf({ isLocal, address, port }: Door): string[] {
  return (isLocal ? LOOPBACK : [address]).map(name => `${name}:${port}`)
}

/** Did the request mean this server? A name that somebody else has made to lead here (DNS rebinding) is another one. */
export function isForUs({ headers: { host = '' } }: Asked, door: Door): boolean {
  return hostsOf(door).includes(host.toLowerCase())
}

/** Does it come from a page that this server gave out? Only browsers are asked, and they always tell where a page sends something from. */
export function isFromUs(request: Asked, door: Door): boolean {
  const { origin = '', host = '' } = request.headers
  return isForUs(request, door) && origin.toLowerCase() === `http://${host.toLowerCase()}`
}

/** Where the token of a device stands. Cookies know no ports, so two talks on one machine need two names. */
export function cookieName({ port }: Door): string {
  return `lectern-${port}`
}

/** The token that a request carries. */
export function tokenOf({ headers: { cookie = '' } }: Asked, door: Door): string | undefined {
  const start = `${cookieName(door)}=`
  return cookie.split(';').map(pair => pair.trim()).find(pair => pair.startsWith(start))?.slice(start.length)
}

/** The path of a request, without what follows it. */
export function pathOf({ url = '/' }: IncomingMessage): string {
  return url.replace(/[?#].*/s, '')
}
