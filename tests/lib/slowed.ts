import { createServer, get } from 'node:http'
import { setTimeout } from 'node:timers/promises'

/** How much later something comes than all else, in ms. */
export const LATER = 1500

/** Puts a slow line before a site: some files, those that are called `late` if nothing else is said, come when all others are there. */
export async function slowed(site: string, late = /\/late\./): Promise<{ url: string, close: () => Promise<void> }> {
  const { origin, pathname } = new URL(site)
  const server = createServer((request, response) => void (async () => {
    if (late.test(request.url!))
      await setTimeout(LATER)
    get(new URL(request.url!, origin), { headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode!, answer.headers)
      answer.pipe(response)
    }).on('error', () => response.destroy())
  })())
  await new Promise<void>(resolve => server.listen(0, 'localhost', resolve))
  const { port } = server.address() as { port: number }
  return {
    url: `http://localhost:${port}${pathname}`,
    close: async () => {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}
