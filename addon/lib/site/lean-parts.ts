import type { SlidevConfig } from '@slidev/types'
import type { Edit } from './edit.ts'
import { ADDON } from '../paths.ts'

/** A part of Slidev's client that a site goes without where its deck does not use it. */
export interface LeftOut {
  /** What a writer of slides knows it by. */
  name: string
  /** The module that is asked for, as it is imported. */
  module: RegExp
  /** What stands in its place: the source of a module, what its name is replaced by, or what its text says instead. */
  instead: { code: string } | { id: string } | { edits: readonly Edit[] }
  /** Finds a use of it in a text of the deck. Neither this nor the next: what stands instead does the same. */
  use?: RegExp
  /** Does the deck's configuration ask for it? Slidev has some of its parts unless told otherwise. */
  isAsked?: (config: SlidevConfig) => boolean
}

/** Is a part of Slidev there in a build? */
function inBuild(value: boolean | string | null | undefined): boolean {
  return value === true || value === 'build' || value === undefined || value === null
}

const TYPOGRAPHY = 'import \'uno:typography.css\'\n'
/** A class for running text, and not the word. */
const RE_PROSE = /(?<![\w-])prose(?=[\s\w:-]*["'`])/

const NO_PLUGIN = 'export default { install() {} }'

/**
 * What a site can go without. Each is loaded before the first slide in Slidev as installed, whether a slide uses it or not;
 * together they are a good third of its JavaScript. Which of them a deck uses is computed: lean.ts.
 */
export const LEFT_OUT: readonly LeftOut[] = [
  {
    name: 'templates compiled in the browser',
    module: /vue\.esm-bundler\.js$/,
    instead: { id: 'vue.runtime.esm-bundler.js' },
    // And no grid-template of a style.
    use: /(?<![\w-])template:\s*['"`]/,
  },
  {
    name: 'twoslash',
    module: /^@shikijs\/vitepress-twoslash\/client$/,
    instead: { code: NO_PLUGIN },
    use: /^\s*```[^\n]*\btwoslash\b/m,
  },
  {
    name: 'twoslash',
    module: /^@shikijs\/vitepress-twoslash\/style\.css$|\/shiki-twoslash\.css$/,
    instead: { code: '' },
    use: /^\s*```[^\n]*\btwoslash\b/m,
  },
  {
    name: 'code that moves from one step to the next',
    module: /^@shikijs\/magic-move\/style\.css$/,
    instead: { code: '' },
    use: /^\s*`{4}[^\n]*magic-move|ShikiMagicMove/m,
  },
  {
    name: 'floating-vue',
    module: /^floating-vue$/,
    // A tooltip shows what it is about and nothing that floats.
    instead: { code: 'export const recomputeAllPoppers = () => {}; export const Tooltip = (_, { slots }) => slots.default?.(); export const Dropdown = Tooltip' },
    // What twoslash finds floats over the code.
    use: /floating-vue|\bv-tooltip\b|<VDropdown|<VTooltip|<VMenu|^\s*```[^\n]*\btwoslash\b/m,
  },
  {
    name: 'v-motion',
    module: /\/modules\/v-motion$/,
    instead: { code: `export const createVMotionDirectives = () => (${NO_PLUGIN.replace('export default ', '')})` },
    use: /\bv-motion\b/,
  },
  {
    name: 'v-mark',
    module: /\/modules\/v-mark$/,
    instead: { code: `export const createVMarkDirective = () => (${NO_PLUGIN.replace('export default ', '')})` },
    use: /\bv-mark\b|rough-notation/,
  },
  {
    name: 'drawings',
    module: /^drauu$/,
    instead: { code: 'const no = () => false; export const createDrauu = () => ({ mounted: false, on: () => no, cancel: no, clear: no, load: no, dump: () => "", canUndo: no, canRedo: no, undo: no, redo: no })' },
    isAsked: ({ drawings }) => inBuild(drawings.enabled) || Boolean(drawings.persist),
  },
  {
    // Only the range of slides is parsed in the browser; the rest of the parser brings a reader of YAML.
    name: 'the parser of Slidev',
    module: /^@slidev\/parser\/core$/,
    instead: { id: '@slidev/parser/utils' },
    use: /@slidev\/parser\/core/,
  },
  {
    // Slidev sets the title of the window with it, and addon/composables/useSlideTitle.ts sets a better one.
    name: 'unhead',
    module: /^@unhead\/vue(?:\/client)?$/,
    instead: { code: 'const text = value => typeof value === "function" ? value() : value?.value ?? value; export const useHead = ({ title }) => { if (text(title)) document.title = text(title) }; export const createHead = () => ({ install() {} })' },
    use: /@unhead\/vue|\buseHead\b/,
  },
  {
    name: 'v-drag',
    module: /\/modules\/v-drag$/,
    instead: { code: `export const createVDragDirective = () => (${NO_PLUGIN.replace('export default ', '')})` },
    use: /\bv-drag\b|<VDrag/,
  },
  {
    name: 'v-drag',
    module: /\/DragControl\.vue$/,
    instead: { code: 'export default () => undefined' },
    use: /\bv-drag\b|<VDrag/,
  },
  {
    // At every slide change Vue copies an element of the list and has the browser lay it out, to see whether anything moves.
    name: 'transitions from slide to slide',
    module: /\/internals\/SlidesShow\.vue$/,
    instead: {
      edits: [
        [`:is="(hasViewTransition && !isPrintMode && !hmrSkipTransition && !disableTransition) ? 'div' : TransitionGroup"`, `:is="'div'"`],
        ['v-bind="(hmrSkipTransition || disableTransition || isPrintMode) ? {} : currentTransition"', ''],
        ['@after-leave="onAfterLeave"', ''],
        // A directive on a component has Vue draw the component anew, here every slide of the deck at every step; a style has not.
        ['v-show="route === currentSlideRoute"', ':style="styleOf(route)"'],
        // All slides at once would keep a slow phone from answering, see addon/composables/inIdleMoments.ts. They are fetched and not drawn: a page
        // with all slides of a talk is slow in all that it does.
        ['routes.forEach(preloadRoute)', 'inIdleMoments(routes.filter(({ meta }) => meta.preload !== false), ({ load }) => load())'],
        // To draw the slides beside is no part of the step: the key is answered first. They are fetched at once.
        ['  preloadRoute(prevRoute.value)\n  preloadRoute(nextRoute.value)\n', '  for (const { value: { meta, load } } of [prevRoute, nextRoute])\n    meta.preload !== false && load()\n'],
        ['const hasViewTransition = useViewTransition()', 'const styleOf = useSlidesBeside({ current: currentSlideRoute, prev: prevRoute, next: nextRoute }, preloadRoute)'],
        ['import { useViewTransition } from \'../composables/useViewTransition\'', `import { useSlidesBeside } from '${ADDON}/composables/useSlidesBeside.ts'\nimport { inIdleMoments } from '${ADDON}/composables/inIdleMoments.ts'`],
      ],
    },
    // In a frontmatter, not in a style, whose lines end with a semicolon.
    use: /^ *transition: *(?:(?:[\w-]+(?: *\| *[\w-]+)?|'[^']*'|"[^"]*") *)?$|view-transition/m,
    isAsked: ({ transition }) => Boolean(transition),
  },
  {
    // Nothing is left out of it: the bar of buttons and the dialogs come when somebody may want them, see addon/composables/chrome.ts.
    name: 'the interface around the slides before it is wanted',
    module: /\/pages\/play\.vue$/,
    instead: {
      edits: [
        ['import Controls from \'../internals/Controls.vue\'\n', ''],
        ['import NavControls from \'../internals/NavControls.vue\'', `import { whenWanted } from '${ADDON}/composables/chrome.ts'`],
        ['const { isDrawing } = useDrawings()', `const { isDrawing } = useDrawings()
const Controls = whenWanted(() => import('../internals/Controls.vue'))
const NavControls = whenWanted(() => import('../internals/NavControls.vue'))`],
      ],
    },
  },
  {
    // Nothing scrolls on a slide. The router still writes the places scrolled to, and twice an entry of the history, at every step.
    name: 'the memory for scroll positions',
    module: /\/vue-router\/dist\/vue-router\.js$/,
    instead: { edits: [['changeLocation(currentState.current, currentState, true);\n', '']] },
    use: /scrollBehavior/,
  },
  {
    name: 'the memory for scroll positions',
    module: /\/vue-router\/dist\/devtools-[\w-]+\.js$/,
    instead: { edits: [['function persistScrollPositions() {\n', 'function persistScrollPositions() {\n\treturn;\n']] },
    use: /scrollBehavior/,
  },
  {
    // Nothing is left out of it: a slide is looked for in what is not watched. To watch all slides for one costs every step.
    name: 'the watch over all slides',
    module: /@slidev\/client\/logic\/slides\.ts$/,
    instead: {
      edits: [
        ['import { computed, watch } from \'vue\'', 'import { computed, toRaw, watch } from \'vue\''],
        ['return slides.value.find(', 'return slides.value[toRaw(slides.value).findIndex('],
        ['routeAlias === no),\n  )', 'routeAlias === no),\n  )]'],
      ],
    },
  },
  {
    name: 'the menu of the right mouse button',
    module: /\/internals\/ContextMenu\.vue$|^\.\/ContextMenu\.vue$/,
    instead: { code: 'export default () => undefined' },
    isAsked: ({ contextMenu }) => inBuild(contextMenu),
  },
  {
    name: 'the menu of the right mouse button',
    module: /\/setup\/context-menu$/,
    instead: { code: 'export default () => undefined' },
    isAsked: ({ contextMenu }) => inBuild(contextMenu),
  },
  {
    // Slidev has code coloured by Shiki. Its themes still bring the rules for what coloured it before, and for an editor.
    name: 'the colours of Prism and CodeMirror',
    module: /@slidev\/theme-(?:default|seriph)\/styles\/index\.ts$/,
    instead: { edits: [['import \'./prism.css\'\n', '']] },
    use: /prismjs|CodeMirror|@codemirror\/|cm-s-vars|\bclass="(?:[^"]*\s)?token[\s"]/,
  },
  {
    name: 'boxes for alerts',
    module: /^markdown-it-github-alerts\/styles\/[\w-]+\.css$/,
    instead: { code: '' },
    use: /\[!(?:note|tip|warning|caution|important)\]|markdown-alert/i,
  },
  {
    // Nothing is left out of it: scripts alone are set with it, and bring it.
    name: 'typography of scripts before it is wanted',
    module: /@slidev\/client\/styles\/index\.ts$/,
    instead: { edits: [[TYPOGRAPHY, '']] },
    use: RE_PROSE,
  },
  ...[/\/internals\/NoteDisplay\.vue$/, /\/pages\/notes-edit\.vue$/].map(module => ({
    name: 'typography of scripts before it is wanted',
    module,
    instead: { edits: [['<script setup lang="ts">\n', `<script setup lang="ts">\n${TYPOGRAPHY}`] as const] },
    use: RE_PROSE,
  })),
  {
    // In the info dialog: the same logo, drawn, at a thirtieth of the bytes.
    name: 'the logo as pixels',
    module: /\/assets\/logo\.png$/,
    instead: { id: '/assets/logo.svg' },
  },
]
