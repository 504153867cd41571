const RE_CLICK_MARK = /<span class="slidev-note-click-mark"[^>]*><\/span>\s*/g
const RE_PRIVATE = /<div class="private-note">[\s\S]*?<\/div>/g

/** A script for readers: each click of the speaker begins a paragraph. */
export function readableScript(html = ''): string {
  return html
    .replace(RE_PRIVATE, '')
    .replace(RE_CLICK_MARK, '</p>\n<p>')
    .replace(/<p>\s*<\/p>/g, '')
}
