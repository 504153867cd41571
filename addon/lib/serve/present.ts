import type { Remote } from '../remote/remote.ts'
import type { ServeOptions } from './serve.ts'
import { aborted } from '../run.ts'
import { serve } from './serve.ts'

/** A deck that is presented. */
export interface PresentOptions extends Omit<ServeOptions, 'porch'> {
  port: number
  /** Lets second devices in. @default nothing listens beyond this machine */
  remote?: Remote
  /** Called with the port when the server is there. */
  ready?: (port: number) => void
}

/** Serves a built deck, says where, and returns when the signal aborts. */
export async function present(folder: string, { remote, ready, ...options }: PresentOptions, signal: AbortSignal): Promise<void> {
  const { url, port, close } = await serve(folder, { isPacked: remote !== undefined, ...options, porch: remote })
  if (port !== options.port)
    console.log(`Port ${options.port} is taken, using ${port}.`)
  console.log([
    `Slides          ${url}`,
    `Presenter view  ${url}presenter/1`,
    '',
    'Stop with Ctrl-C',
  ].join('\n'))
  ready?.(port)
  await aborted(signal)
  // A socket that is open would keep the server from closing.
  remote?.close()
  await close()
}
