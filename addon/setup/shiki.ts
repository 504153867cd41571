import { defineShikiSetup } from '@slidev/types'

/** Colours of code that everybody can read: those of Slidev's own themes are paler than WCAG wants. A deck's own setup/shiki.ts wins. */
export default defineShikiSetup(() => ({
  themes: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
}))
