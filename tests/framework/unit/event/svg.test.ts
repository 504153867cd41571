// @vitest-environment node
import { expect, it } from 'vitest'
import { svgProblem } from '../../../../addon/lib/event/svg.ts'

const inSvg = (inner: string, attributes = '') => `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"${attributes}>${inner}</svg>`

it.each([
  ['a script', inSvg('<script>alert(1)</script>'), '<script>'],
  ['a script with a prefix', inSvg('<svg:script xmlns:svg="http://www.w3.org/2000/svg">alert(1)</svg:script>'), '<svg:script>'],
  ['a script in capitals', inSvg('<SCRIPT/>'), '<SCRIPT>'],
  ['a handler', inSvg('<path onclick="alert(1)"/>'), 'onclick'],
  ['a handler on the root', inSvg('', ' onload="alert(1)"'), 'onload'],
  ['HTML inside of it', inSvg('<foreignObject><p>x</p></foreignObject>'), '<foreignObject>'],
  ['a frame', inSvg('<iframe src="x"/>'), '<iframe>'],
  ['a link', inSvg('<a href="#x"><path d="M0 0"/></a>'), '<a>'],
  ['an animation', inSvg('<set attributeName="href" to="javascript:alert(1)"/>'), '<set>'],
  ['a picture of another host', inSvg('<image href="https://example.org/x.png"/>'), 'outside of it (href)'],
  ['a picture without a scheme', inSvg('<image xlink:href="//example.org/x.png"/>'), 'outside of it (xlink:href)'],
  ['a picture that is a drawing', inSvg('<image href="data:image/svg+xml;base64,PHN2Zz4="/>'), 'outside of it (href)'],
  ['a drawing of another file', inSvg('<use href="other.svg#x"/>'), 'outside of it (href)'],
  ['a script as an address', inSvg('<use href="javascript:alert(1)"/>'), 'a script (href)'],
  ['a script in other letters', inSvg('<use href="&#106;ava&#x09;script:alert(1)"/>'), 'a script (href)'],
  ['a base', inSvg('<path xml:base="https://example.org/"/>'), 'outside of it (xml:base)'],
  ['a style that imports', inSvg('<style>@import "https://example.org/x.css";</style>'), 'a style'],
  ['a style that fetches', inSvg('<style>path { fill: url(https://example.org/x.svg#a) }</style>'), 'a style'],
  ['a style in other letters', inSvg('<style>path { fill: u\\72l(https://example.org/) }</style>'), 'a style'],
  ['a fill from elsewhere', inSvg('<path fill="url(\'https://example.org/x.svg#a\')"/>'), 'a style'],
  ['an entity', `<!DOCTYPE svg [<!ENTITY a "aaaa">]>${inSvg('&a;')}`, 'a declaration'],
  ['a style sheet', `<?xml-stylesheet href="x.css"?>${inSvg('')}`, 'a declaration'],
  ['text that is not read', inSvg('<![CDATA[<script>]]>'), 'a declaration'],
  ['a tag without quotes', inSvg('<path d=M0/>'), 'cannot be read'],
  ['a tag that is not closed', inSvg('<g>'), 'closes what is not open'],
  ['no end', '<svg xmlns="http://www.w3.org/2000/svg">', 'never closed'],
  ['two roots', `${inSvg('')}${inSvg('')}`, 'cannot be read'],
  ['no namespace', '<svg><path d="M0 0"/></svg>', 'does not begin with'],
  ['HTML', '<html><body></body></html>', 'does not begin with'],
  ['nothing', '', 'no drawing'],
])('%s is refused', (_, text, says) => expect(svgProblem(text)).toMatchObject({ problem: expect.stringContaining(says) as string, mend: expect.stringMatching(/^Export .*\.$/) as string }))

it.each([
  ['a drawing', inSvg('<path d="M0 0h9"/>')],
  ['one as programs write it', `<?xml version="1.0" encoding="UTF-8"?>\n<!-- Made by a program -->\n${inSvg('<title>Acme &amp; Co.</title><defs><linearGradient id="a"><stop offset="0" stop-color="#fff"/></linearGradient></defs><style>.b { fill: url( "#a" ) } .c { fill: url(#a) }</style><path class="b" style="fill:url(#a)" d="M0 0"/><use xlink:href="#a"/>')}`],
  ['a picture of its own', inSvg('<image href="data:image/png;base64,iVBORw0KGgo="/>')],
])('%s is sound', (_, text) => expect(svgProblem(text)).toBeUndefined())
