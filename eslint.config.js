import antfu from '@antfu/eslint-config'

export default antfu({
  vue: true,
  typescript: true,
  // Slidev's Markdown is not plain Markdown: two frontmatter fences a page and components in the text.
  markdown: false,
  ignores: [
    'slides.md',
    'pages/*.md',
    'dist',
    'public',
  ],
})
