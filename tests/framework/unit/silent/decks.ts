import type { Random } from '../../../lib/random.ts'

const WORDS = ['containers', 'Überblick', '容器', 'שלום', 'naïve', '2016', 'true', 'null', '*', '&a', '#', ': ', '- x', '[a', '{b', '"', '\'', '|', '>', '%', '@', '`', '~', '---', '...', '!', '🚀', '\u200B', '', 'a: b', 'no', '1e3', '0x10', '.5', '2026-01-01', '<b>', '{{ x }}', '[[x]]', 'very '.repeat(40)]
const KEYS = ['title', 'layout', 'routeAlias', 'class', 'clicks', 'hide', 'part', 'level', 'zoom', 'src', 'image', 'transition', 'layuot', 'Title', 'theme', 'mood', 'a b', '容', 'disabled', 'preload', 'name']
const LAYOUTS = ['default', 'cover', 'center', 'two-cols', 'fact', 'end', 'none', 'two-colums', 'image']
const INLINE = ['**b**', '_i_', '`c`', '`<pod>`', '[x](/1)', '[x](/nowhere)', '[x](https://example.org)', '![x](/cat.png)', '<b>b</b>', '<b>', '</b>', '<Verdict />', '<Verdct />', '{{ $clicks }}', '{{ values.x }}', '{{', '$x^2$', '&nbsp;', '-->', '<!-- c -->', '<v-click>x</v-click>', 'a < b', '<pod>', '\\[x\\]', '[^1]', '<carbon-idea />', ':tada:', '<kbd>x</kbd>', '<br>', '[private] x [/private]', '---', '~~~', '```']

/** Lines of Markdown of every kind that Slidev knows. */
function block(random: Random): string {
  const text = (count = 1 + random.below(4)): string => Array.from({ length: count }, () => random.below(3) ? random.pick(WORDS) : random.pick(INLINE)).join(' ')
  const fence = () => random.pick(['```', '```', '~~~', '````'])
  return random.pick([
    () => `${'#'.repeat(1 + random.below(6))} ${text()}`,
    () => text(),
    () => text(),
    () => `- ${text()}\n- ${text()}\n  - ${text()}`,
    () => `1. ${text()}\n2. ${text()}`,
    () => `> ${text()}`,
    () => `| a | b |\n| --- | --- |\n| ${text(1)} | x |`,
    () => 'a | b\n--- | ---\n1 | 2',
    () => {
      const mark = fence()
      return `${mark}${random.pick(['ts', 'ts {1|2}', 'mermaid', 'html', 'yaml', ''])}\n${random.pick(['const a = 1', 'a --> b', '<pod>', '{{ x }}', '---', '---\n\nb: 1', '<!--'])}\n${random.below(8) ? mark : ''}`
    },
    () => `<div class="x">\n\n${text()}\n\n${random.below(8) ? '</div>' : ''}`,
    () => `<!-- ${text()} ${random.below(8) ? '-->' : ''}`,
    () => '<style>\nh1 { color: red }\n</style>',
    () => '<script setup>\nconst values = { x: 1 }\n</script>',
    () => '::right::',
    () => '***',
    () => `Title\n${random.pick(['===', '---'])}`,
    () => `$$\n${random.pick(['a', '\\frac{{a}}{b}', 'a < b'])}\n$$`,
  ])()
}

function frontmatter(random: Random): string {
  const lines = Array.from({ length: random.below(4) }, () => {
    const key = random.pick(KEYS)
    const value = key === 'layout' ? random.pick(LAYOUTS) : key === 'src' ? random.pick(['./pages/a.md', './pages/b.md#1', './nowhere.md', '5']) : random.pick([random.pick(WORDS), `"${random.pick(WORDS).replaceAll(/["\\]/g, '')}"`, '[a, b]', 'true', String(random.below(9)), '{ a: 1 }', '|\n  a\n  b'])
    return `${random.below(30) ? '' : '\t'}${key}:${random.below(20) ? ' ' : ''}${value}`
  })
  return random.pick([() => `---\n${lines.join('\n')}\n---\n`, () => `---\n${lines.join('\n')}\n---\n`, () => '---\n', () => `---\n${random.below(6) ? '\n' : ''}`])()
}

function page(random: Random, slides: number): string {
  return Array.from({ length: slides }, () => `${frontmatter(random)}${random.below(10) ? '\n' : ''}${Array.from({ length: 1 + random.below(4) }, () => block(random)).join(random.below(12) ? '\n\n' : '\n')}\n${random.below(3) ? '' : `\n<!-- ${random.pick(['said', 'a --> b', '[click] x', '```\n---\n```', '<pod>'])} -->\n`}`).join('\n')
}

/** A deck of two files of random content; one in three is calm, so that both outcomes are met. */
export function randomDeck(random: Random): Record<string, string> {
  const calm = random.below(3) === 0
  const calmPage = (count: number) => Array.from({ length: count }, (_, index) => `${index ? '---\n\n' : ''}${random.pick(['# A', '## B', 'Text', '- a\n- b', '`<pod>`', '```ts {1|2}\na\nb\n```', '> q', '| a |\n| --- |\n| b |', '<b>x</b>', '# 容器\n\n{{ $clicks }}', '<Verdict />', '$x$', '***\n\nx'])}\n\n${random.pick(['', '<!-- said -->\n', '<!--\n---\n-->\n'])}`).join('\n')
  const count = 1 + random.below(4)
  return {
    'slides.md': `---\ntheme: none\naddons: ['@/addon']\ntitle: Random\n---\n\n# Random\n\n---\nsrc: ./pages/a.md\n---\n\n---\n\n# Last\n`,
    'pages/a.md': calm ? calmPage(count) : page(random, count),
    'pages/b.md': '# B\n',
  }
}
