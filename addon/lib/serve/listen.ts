import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { UserError } from '../run.ts'

/** `localhost` means this one first on some systems. It is served too where the machine has it. */
const HOST_V6 = '::1'
/** Where only this machine itself comes from. */
export const HOST = '127.0.0.1'
export const LOOPBACK = [HOST, HOST_V6]
const LAST_PORT = 65535
/** How many ports are tried, the wanted one included. */
const TRIES = 50

/** The address that a server listens on. */
export function addressOf(server: Server): AddressInfo {
  return server.address() as AddressInfo
}

/**
 * Listens on both loopback addresses, and on further ones, at the first port that is free on all of them.
 *
 * @param wanted the first port to try
 * @param host the address that there must be
 * @param make a server for an address
 * @param further addresses that there must be too
 */
export async function listen(wanted: number, host: string, make: (address: string) => Server, further: readonly string[] = []): Promise<[Server, ...Server[]]> {
  const last = Math.min(wanted + TRIES - 1, LAST_PORT)
  for (let port = wanted; port <= last; port++) {
    const first = await listenOn(host, port, make(host))
    if (first === 'taken')
      continue
    if (first === 'impossible')
      throw new UserError(`--port ${port}: the port may not be used here. Mend: Choose another, as in --port 4000.`)
    const others = await listenBeside(addressOf(first).port, make, further)
    if (others !== 'taken')
      return [first, ...others]
    await close(first)
  }
  throw new UserError(`--port ${wanted}: no port from ${wanted} to ${last} is free. Mend: Choose another, as in --port 4000.`)
}

/** Listens at a port that is free on the first address on the others as well, or on none of them. */
async function listenBeside(port: number, make: (address: string) => Server, further: readonly string[]): Promise<Server[] | 'taken'> {
  const servers: Server[] = []
  for (const address of [HOST_V6, ...further]) {
    const server = await listenOn(address, port, make(address))
    if (typeof server !== 'string') {
      servers.push(server)
      continue
    }
    // Not every machine has the second loopback address.
    if (server === 'impossible' && address === HOST_V6)
      continue
    await Promise.all(servers.map(close))
    if (server === 'taken')
      return 'taken'
    throw new UserError(`--address ${address}: this machine has no such address. Mend: Leave it out, or name one that the settings of its network show.`)
  }
  return servers
}

async function listenOn(host: string, port: number, server: Server): Promise<Server | 'taken' | 'impossible'> {
  try {
    server.listen(port, host)
    await once(server, 'listening')
    return server
  }
  catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
      ? 'taken'
      : 'impossible'
  }
}

/** Stops a server at once. */
export async function close(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  // Browsers keep connections open for minutes.
  server.closeAllConnections()
  await closed
}
