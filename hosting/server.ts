/** What runs in the container: serves /deck/dist, held in memory, until it is told to end. */
import process from 'node:process'
import { serve } from '../addon/lib/serve/serve.ts'

const { close } = await serve('/deck/dist', { port: 8080, hold: true, isPacked: true, open: true })
for (const signal of ['SIGTERM', 'SIGINT'])
  process.on(signal, () => void close().then(() => process.exit(0)))
