import { createHash } from 'node:crypto'
import { PAIR, REMOTE } from './messages.ts'

/**
 * Shows the code to the server. The code stands behind `#`, which no browser sends anywhere, and leaves the address before
 * anything else happens.
 */
const SCRIPT = `
const code = location.hash.slice(1)
history.replaceState(null, '', '${PAIR}')
const say = name => { for (const text of document.querySelectorAll('[data-when]')) text.hidden = text.dataset.when !== name }
async function pair() {
  say('busy')
  const { status } = await fetch('${PAIR}', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ code }) })
  if (status === 204) location.replace('${REMOTE}')
  else say(status === 429 ? 'often' : 'wrong')
}
if (code) pair().catch(() => say('lost'))
addEventListener('hashchange', () => location.reload())
`

const STYLE = `
:root { color-scheme: light dark; font: 20px/1.5 system-ui, sans-serif; }
body { max-width: 24em; margin: 0 auto; padding: 15vh 24px 24px; }
h1 { margin: 0 0 16px; font-size: 28px; line-height: 1.2; }
p { margin: 0; }
`

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** What the page may do: show its code to this server. */
export const PAIR_POLICY = [
  'default-src \'none\'',
  `script-src ${hash(SCRIPT)}`,
  `style-src ${hash(STYLE)}`,
  'connect-src \'self\'',
  'base-uri \'none\'',
  'form-action \'none\'',
  'frame-ancestors \'none\'',
].join('; ')

/** All that a stranger sees: the way in for whoever has the code. It is the same for everybody and knows nothing of the talk. */
export const PAIR_PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Second device</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
<main>
<h1>Second device</h1>
<p data-when="none">This device is not paired. Scan the code that the speaker’s terminal shows.</p>
<p data-when="busy" role="status" hidden>Pairing …</p>
<p data-when="wrong" role="alert" hidden>That code was used, is too old, or never was one. Press Enter in the speaker’s terminal and scan the new one.</p>
<p data-when="often" role="alert" hidden>Too many wrong codes from this device. Wait a minute, then scan again.</p>
<p data-when="lost" role="alert" hidden>The speaker’s machine does not answer. Look whether both are on the same network, then scan again.</p>
</main>
<script>${SCRIPT}</script>
</html>
`
