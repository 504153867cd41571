import { configs, useNav } from '@slidev/client'
import { version } from 'virtual:built'
import { answerPresence } from './presence.ts'

/** This window tells the preflight page that it is there, and what it shows. Once in the life of a window, as it is fetched once. */
const nav = useNav()
answerPresence(configs.title ?? '', () => ({
  view: nav.isPresenter.value ? 'presenter' : 'slides',
  no: nav.currentSlideNo.value,
  clicks: nav.clicks.value,
  version,
}))
