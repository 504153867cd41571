import type { Plugin } from 'vite'
import type { Edit } from './edit.ts'
import { ADDON } from '../paths.ts'
import { editText } from './edit.ts'

/** What a file of Slidev's client says, and what it should say. */
const FIXES: Record<string, readonly Edit[]> = {
  // A button inside a button is one that a screen reader cannot reach; the click of the inner one arrives here all the same.
  'internals/MenuButton.vue': [
    ['<button :class="{ disabled }" @click="value = !value">', '<div :class="{ disabled }" @click="value = !value">'],
    ['</button>', '</div>'],
  ],
  // Landmarks: what is not in one is lost to those who jump from one to the next.
  'pages/play.vue': [['id="page-root" ref="root"', 'id="page-root" ref="root" role="main"']],
  'pages/presenter.vue': [
    ['<div class="bg-main h-full slidev-presenter', '<div role="main" class="bg-main h-full slidev-presenter'],
    // The preview of the next slide is to be looked at, and too small to be used.
    ['nextFrameClicksCtx" key="next"', 'nextFrameClicksCtx" key="next" inert'],
    // The timer knows the time alone; the pace knows the plan.
    ['import TimerInlined from \'../internals/TimerInlined.vue\'', `import TimerInlined from '../internals/TimerInlined.vue'\nimport PacingPanel from '${ADDON}/components/stage/PacingPanel.vue'`],
    ['<TimerInlined />', '<PacingPanel><TimerInlined /></PacingPanel>'],
  ],
  'pages/notes.vue': [['<div class="h-full flex flex-col">', '<div role="main" class="h-full flex flex-col">']],
  // A slide tells when it stands, whatever its layout makes of it.
  'internals/SlideWrapper.vue': [
    ['import { getSlideClass } from \'../utils\'', `import { getSlideClass } from '../utils'\nimport { markDrawn } from '${ADDON}/composables/markDrawn.ts'`],
    ['<component :is="props.route.component" />', '<component :is="props.route.component" @vue:mounted="markDrawn" />'],
  ],
  // A picture that stands beside its page has another name in the build, and comes with its slide.
  'composables/usePreloadImages.ts': [['function preloadImage(url: string): void {', 'function preloadImage(url: string): void {\n  if (!/^(?:\\/|https?:|data:)/.test(url))\n    return']],
  // A page that shows no slide, such as the preflight page, is nowhere: it would take the windows of the talk to the first one.
  'setup/root.ts': [['if (isNotesViewer.value || isPrintMode.value)', 'if (!hasPrimarySlide.value || isNotesViewer.value || isPrintMode.value)']],
  // Slidev takes a key for held until it hears that it was let go, which a busy page hears late: one press then led three steps on.
  'logic/shortcuts.ts': [
    ['import setupShortcuts from', `import { watchHeldKey } from '${ADDON}/composables/heldKey.ts'\nimport setupShortcuts from`],
    ['const allShortcuts =', 'const isHeld = watchHeldKey(window)\n  const allShortcuts ='],
    ['if (autoRepeat) {', 'if (count && !isHeld()) {\n        timer = setTimeout(trigger, 150)\n        return\n      }\n      if (autoRepeat) {'],
  ],
  // Until the overview has come it is on no slide.
  'setup/shortcuts.ts': [['go(currentOverviewPage.value)', 'currentOverviewPage.value && go(currentOverviewPage.value)']],
  // A built site has its scripts as HTML alone: their words are counted there.
  'pages/overview.vue': [['wordCount(route.meta?.slide?.note || \'\')', 'wordCount(route.meta?.slide?.note || route.meta?.slide?.noteHTML?.replace(/<[^>]*>/g, \' \') || \'\')']],
  // What scrolls can be scrolled by keyboard. The styles of scripts come with what shows them.
  'internals/NoteDisplay.vue': [['import { CLICKS_MAX } from \'../constants\'', `import { CLICKS_MAX } from '../constants'\nimport '${ADDON}/styles/prose.css'`], ['ref="noteDisplay"', 'ref="noteDisplay" tabindex="0"']],
}

/** What stands in place of a component of Slidev: its dialog that goes to a slide knows titles alone, and is no dialog to a screen reader. */
const INSTEAD: readonly (readonly [component: RegExp, ours: string])[] = [[/\/internals\/Goto\.vue$|^\.\/Goto\.vue$/, `${ADDON}/components/stage/JumpList.vue`]]

/** The Vite plugin that mends what keeps Slidev's own interface from being accessible, and from being of use on stage. */
export function clientFixesPlugin(): Plugin {
  return {
    name: 'deck:client-fixes',
    enforce: 'pre',
    resolveId(source, importer) {
      return importer?.includes('@slidev/client/') ? INSTEAD.find(([component]) => component.test(source))?.[1] : undefined
    },
    transform(code, id) {
      const file = Object.keys(FIXES).find(file => id.endsWith(`@slidev/client/${file}`))
      return file && editText(this, 'client-fixes.ts', id, code, FIXES[file]!)
    },
  }
}
