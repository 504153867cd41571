/** All facts as one value, for the validation and for whoever needs more than one part. */
import type { Facts } from './types.ts'
import { claims } from './claims.ts'
import { comparison } from './comparison.ts'
import { criteria } from './criteria.ts'
import { defaults } from './defaults.ts'
import { density } from './density.ts'
import { dockerRun } from './docker-run.ts'
import { figures } from './figures.ts'
import { glossary } from './glossary.ts'
import { hardening } from './hardening.ts'
import { layers } from './layers.ts'
import { namespaces } from './namespaces.ts'
import { pageCache } from './page-cache.ts'
import { post } from './post.ts'
import { questions } from './questions.ts'
import { roles } from './roles.ts'
import { runsOn } from './runs-on.ts'
import { sources } from './sources.ts'
import { switches } from './switches.ts'
import { techniques } from './techniques.ts'
import { tests } from './tests.ts'
import { timeline } from './timeline.ts'
import { vulnerabilities } from './vulnerabilities.ts'

export const facts: Facts = {
  post,
  sources,
  techniques,
  criteria,
  roles,
  comparison,
  layers,
  claims,
  figures,
  tests,
  timeline,
  questions,
  defaults,
  switches,
  namespaces,
  dockerRun,
  density,
  pageCache,
  runsOn,
  hardening,
  vulnerabilities,
  glossary,
}
