import type { ServeOptions } from './serve.ts'
import { aborted } from '../run.ts'
import { serve } from './serve.ts'

/** Serves a built deck, says where, and returns when the signal aborts. */
export async function present(folder: string, options: ServeOptions & { port: number }, signal: AbortSignal): Promise<void> {
  const { url, port, close } = await serve(folder, options)
  if (port !== options.port)
    console.log(`Port ${options.port} is taken, using ${port}.`)
  console.log([
    `Slides          ${url}`,
    `Presenter view  ${url}presenter/1`,
    '',
    'Stop with Ctrl-C',
  ].join('\n'))
  await aborted(signal)
  await close()
}
