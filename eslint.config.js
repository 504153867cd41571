import antfu from '@antfu/eslint-config'
import { wall } from './addon/wall.ts'

export default antfu(
  {
    vue: true,
    typescript: true,
    // Slidev's Markdown is not plain Markdown: two frontmatter fences a page and components in the text.
    markdown: false,
    ignores: ['slides.md', 'pages/*.md', 'dist', 'public'],
  },
  {
    rules: {
      // Tables of facts and of test cases read better as a line an entry.
      'antfu/reasonable-newline': 'off',
    },
  },
  {
    files: ['addon/**'],
    plugins: { wall },
    rules: { 'wall/no-talk': 'error' },
  },
  {
    // What npm run calls talks to a terminal, and is a program from top to bottom.
    files: ['addon/bin/**', 'addon/lib/**', 'bench/**', 'hosting/**', 'scripts/**', 'tests/*/e2e/**', 'tests/*/long/**', 'tests/*/lib/**', 'tests/lib/**'],
    rules: { 'no-console': 'off', 'antfu/no-top-level-await': 'off' },
  },
  {
    // A new talk is tested by what Node brings.
    files: ['addon/template/tests/**'],
    rules: { 'test/no-import-node-test': 'off' },
  },
)
