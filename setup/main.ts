import { defineAppSetup } from '@slidev/types'
import { takeOver } from '../composables/takeOver.ts'

/** The application takes the place of the picture that the build has put into the page. */
export default defineAppSetup(() => takeOver())
