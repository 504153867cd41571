// @vitest-environment node
import type { Facts } from '../../../data/types.ts'
import { describe, expect, it } from 'vitest'
import { formatFault, nearest } from '../../../addon/lib/deck/faults.ts'
import { validate } from '../../../checks/validate.ts'
import { facts } from '../../../data/index.ts'

/** Facts that may be spoilt, with ids that nobody checks. */
type Spoilable<T> = T extends string ? string : T extends number ? number : T extends boolean ? boolean : { -readonly [K in keyof T]: Spoilable<T[K]> }

interface Planted {
  what: string
  spoil: (facts: Spoilable<Facts>) => void
  file: string
  entry?: string | RegExp
  problem: string | RegExp
  mend?: string | RegExp
}

const words = (count: number): string => Array.from({ length: count }).fill('word').join(' ')

const figureOf = (facts: Spoilable<Facts>, id: string): Spoilable<Facts['figures'][0]> => facts.figures.find(figure => figure.id === id)!

const planted: Planted[] = [
  {
    what: 'a double id',
    spoil: facts => facts.sources.push({ ...facts.sources[1] }),
    file: 'data/sources.ts',
    entry: /popek/,
    problem: /stands 2 times/,
  },
  {
    what: 'a double layer id',
    spoil: facts => facts.layers[0].layers[1].id = facts.layers[0].layers[2].id,
    file: 'data/layers.ts',
    problem: /stands 2 times/,
  },
  {
    what: 'a double term',
    spoil: facts => facts.glossary[1].term = facts.glossary[0].term,
    file: 'data/glossary.ts',
    problem: /stands 2 times/,
  },

  {
    what: 'a dangling source of a cell',
    spoil: facts => facts.comparison[0].sources = ['agache-2021'],
    file: 'data/comparison.ts',
    entry: 'security / full-virtualization',
    problem: 'unknown source "agache-2021"',
    mend: /Write "agache-2020"/,
  },
  {
    what: 'a dangling source of a claim',
    spoil: facts => facts.claims[0].sources.push('nobody'),
    file: 'data/claims.ts',
    problem: /unknown source/,
  },
  {
    what: 'a dangling source of a figure',
    spoil: facts => facts.figures.at(-1)!.source = 'nobody',
    file: 'data/figures.ts',
    problem: /unknown source/,
  },
  {
    what: 'a dangling source of the timeline',
    spoil: facts => facts.timeline[0].source = 'nobody',
    file: 'data/timeline.ts',
    problem: /unknown source/,
  },
  {
    what: 'a dangling source of a question',
    spoil: facts => facts.questions[0].sources.push('nobody'),
    file: 'data/questions.ts',
    problem: /unknown source/,
  },
  {
    what: 'a dangling source of a setting',
    spoil: facts => facts.hardening[0].sources.push('nobody'),
    file: 'data/hardening.ts',
    entry: 'seccomp-profile',
    problem: /unknown source/,
  },
  {
    what: 'a setting without a source',
    spoil: facts => facts.hardening[1].sources = [],
    file: 'data/hardening.ts',
    problem: 'has no source',
  },
  {
    what: 'a double setting',
    spoil: facts => facts.hardening[1].id = facts.hardening[0].id,
    file: 'data/hardening.ts',
    problem: /stands 2 times/,
  },
  {
    what: 'a setting without a name',
    spoil: facts => facts.hardening[0].setting = '',
    file: 'data/hardening.ts',
    problem: 'the setting is empty',
  },
  {
    what: 'a long reason of a setting',
    spoil: facts => facts.hardening[0].reason = words(21),
    file: 'data/hardening.ts',
    problem: 'the reason has 21 words',
  },
  {
    what: 'a dangling source of a vulnerability',
    spoil: facts => facts.vulnerabilities[0].source = 'nobody',
    file: 'data/vulnerabilities.ts',
    entry: 'CVE-2015-3456',
    problem: /unknown source/,
  },
  {
    what: 'a dangling alsoSee',
    spoil: facts => facts.vulnerabilities[0].alsoSee.push('nobody'),
    file: 'data/vulnerabilities.ts',
    problem: /unknown source/,
  },
  {
    what: 'a dangling source of a stack',
    spoil: facts => facts.layers[0].sources.push('nobody'),
    file: 'data/layers.ts',
    entry: 'full-virtualization',
    problem: /unknown source/,
  },
  {
    what: 'a dangling source of a crossing',
    spoil: facts => facts.layers[0].crossing.sources.push('nobody'),
    file: 'data/layers.ts',
    entry: 'full-virtualization / crossing',
    problem: /unknown source/,
  },

  {
    what: 'a cell without a source',
    spoil: facts => facts.comparison[0].sources = [],
    file: 'data/comparison.ts',
    problem: 'has no source',
  },
  {
    what: 'a claim without a source',
    spoil: facts => facts.claims[4].sources = [],
    file: 'data/claims.ts',
    entry: 'host-is-primary-os',
    problem: 'has no source',
  },
  {
    what: 'a figure without a source',
    spoil: facts => facts.figures.at(-1)!.source = '',
    file: 'data/figures.ts',
    problem: 'has no source',
  },
  {
    what: 'a crossing without a source',
    spoil: facts => facts.layers[0].crossing.sources = [],
    file: 'data/layers.ts',
    problem: 'has no source',
  },

  {
    what: 'a missing cell',
    spoil: facts => facts.comparison.splice(0, 1),
    file: 'data/comparison.ts',
    entry: 'security / full-virtualization',
    problem: 'the cell is missing',
  },
  {
    what: 'a double cell',
    spoil: facts => facts.comparison.push({ ...facts.comparison[0] }),
    file: 'data/comparison.ts',
    entry: 'security / full-virtualization',
    problem: 'the cell stands twice',
  },
  {
    what: 'a cell of an unknown technique',
    spoil: facts => facts.comparison[0].technique = 'microvms',
    file: 'data/comparison.ts',
    problem: /unknown technique/,
    mend: /"microvm"/,
  },
  {
    what: 'a cell of an unknown criterion',
    spoil: facts => facts.comparison[0].criterion = 'safety',
    file: 'data/comparison.ts',
    problem: /unknown criterion/,
  },
  {
    what: 'a figure of an unknown technique',
    spoil: facts => facts.figures[3].technique = 'docker',
    file: 'data/figures.ts',
    problem: /unknown technique/,
  },
  {
    what: 'a rating of 0',
    spoil: facts => facts.comparison[0].rating = 0,
    file: 'data/comparison.ts',
    problem: /rating 0/,
  },
  {
    what: 'a rating of 6',
    spoil: facts => facts.comparison[0].rating = 6,
    file: 'data/comparison.ts',
    problem: /rating 6/,
  },
  {
    what: 'a rating that is no number',
    spoil: facts => facts.comparison[0].rating = Number.NaN,
    file: 'data/comparison.ts',
    problem: /rating NaN/,
  },
  {
    what: 'a missing weight',
    spoil: facts => delete (facts.roles[0].weights as Partial<Facts['roles'][0]['weights']>).density,
    file: 'data/roles.ts',
    entry: 'developer / density',
    problem: 'the weight is missing',
  },
  {
    what: 'a weight of 6',
    spoil: facts => facts.roles[0].weights.density = 6,
    file: 'data/roles.ts',
    entry: 'developer / density',
    problem: /weight 6/,
  },
  {
    what: 'a weight below 0',
    spoil: facts => facts.roles[0].weights.density = -1,
    file: 'data/roles.ts',
    problem: /weight -1/,
  },
  {
    what: 'a weight of an unknown criterion',
    spoil: facts => Object.assign(facts.roles[0].weights, { speed: 1 }),
    file: 'data/roles.ts',
    entry: 'developer',
    problem: /unknown criterion "speed"/,
  },

  {
    what: 'a technique without a stack',
    spoil: facts => facts.layers.pop(),
    file: 'data/layers.ts',
    entry: 'wasm',
    problem: 'the technique has no stack',
  },
  {
    what: 'a stack without a technique',
    spoil: facts => facts.layers[5].technique = 'jails',
    file: 'data/layers.ts',
    entry: 'jails',
    problem: /unknown technique/,
  },
  {
    what: 'two stacks of one technique',
    spoil: facts => facts.layers.push(facts.layers[0]),
    file: 'data/layers.ts',
    problem: /more than one stack/,
  },
  {
    what: 'a path through an unknown layer',
    spoil: facts => facts.layers[0].crossing.path[1] = 'guest-kernal',
    file: 'data/layers.ts',
    entry: 'full-virtualization / crossing',
    problem: 'unknown layer "guest-kernal"',
    mend: /"guest-kernel"/,
  },
  {
    what: 'onward to an unknown layer',
    spoil: facts => facts.layers[4].crossing.onward[0].to = 'kernel',
    file: 'data/layers.ts',
    problem: /unknown layer/,
  },
  {
    what: 'a path that does not start at the application',
    spoil: facts => facts.layers[0].crossing.path.shift(),
    file: 'data/layers.ts',
    problem: /not at the last layer/,
    mend: /"application"/,
  },
  {
    what: 'a path that goes up',
    spoil: facts => facts.layers[3].crossing.path = ['application', 'host-kernel', 'guest-kernel'],
    file: 'data/layers.ts',
    problem: /does not go down from "host-kernel" to "guest-kernel"/,
  },
  {
    what: 'a path through a box beside the guests',
    spoil: facts => facts.layers[2].crossing.path.splice(1, 0, 'engine'),
    file: 'data/layers.ts',
    entry: 'os-level / crossing',
    problem: 'the path goes through "engine", which stands beside the guests',
    mend: /Remove "engine" from the path/,
  },
  {
    what: 'a box beside the guests that stands on nothing',
    spoil: facts => delete facts.layers[2].layers[2].standsOn,
    file: 'data/layers.ts',
    entry: 'os-level / engine',
    problem: 'the layer is placed beside the guests and stands on nothing',
    mend: /standsOn/,
  },
  {
    what: 'a layer that stands on another and is not beside the guests',
    spoil: facts => facts.layers[2].layers[5].standsOn = 'host-kernel',
    file: 'data/layers.ts',
    entry: 'os-level / image-layers',
    problem: /is not placed beside the guests/,
    mend: /placement: 'beside'/,
  },
  {
    what: 'a box that stands on an unknown layer',
    spoil: facts => facts.layers[1].layers[2].standsOn = 'hypervizor',
    file: 'data/layers.ts',
    entry: 'paravirtualization / dom0',
    problem: 'unknown layer "hypervizor"',
    mend: /"hypervisor"/,
  },
  {
    what: 'a box that stands on a box beside the guests',
    spoil: facts => facts.layers[2].layers[4].standsOn = 'engine',
    file: 'data/layers.ts',
    entry: 'os-level / shim',
    problem: /which is itself beside the guests/,
    mend: /"host-kernel"/,
  },
  {
    what: 'a box that stands where the picture cannot draw it',
    spoil: facts => facts.layers[1].layers[2].standsOn = 'hardware',
    file: 'data/layers.ts',
    entry: 'paravirtualization / dom0',
    problem: /can draw it on "hypervisor" only/,
    mend: /Name "hypervisor"/,
  },
  {
    what: 'a hop from an unknown layer',
    spoil: facts => facts.layers[0].crossing.onward[0].from = 'hypervizor',
    file: 'data/layers.ts',
    entry: 'full-virtualization / crossing',
    problem: 'unknown layer "hypervizor"',
    mend: /"hypervisor"/,
  },
  {
    what: 'a hop from where the call has not been',
    spoil: facts => facts.layers[3].crossing.onward[0].from = 'agent',
    file: 'data/layers.ts',
    entry: 'microvm / crossing / onward 1',
    problem: 'the hop starts at "agent", which neither the path nor an earlier hop reaches',
    mend: /"application", "guest-kernel", "host-kernel"/,
  },
  {
    what: 'a hop to itself',
    spoil: facts => facts.layers[4].crossing.onward[1].to = 'sentry',
    file: 'data/layers.ts',
    entry: 'userspace-kernel / crossing / onward 2',
    problem: 'the hop leads from "sentry" to itself',
  },
  {
    what: 'a hop without a label',
    spoil: facts => facts.layers[5].crossing.onward[0].label = ' ',
    file: 'data/layers.ts',
    entry: 'wasm / crossing / onward 1',
    problem: 'the label of the hop is empty',
  },
  {
    what: 'a path of one layer',
    spoil: facts => facts.layers[0].crossing.path.splice(1),
    file: 'data/layers.ts',
    problem: /fewer than two/,
  },

  {
    what: 'a long verdict',
    spoil: facts => facts.comparison[0].verdict = words(9),
    file: 'data/comparison.ts',
    problem: 'the verdict has 9 words',
  },
  {
    what: 'a long detail',
    spoil: facts => facts.comparison[0].detail = words(41),
    file: 'data/comparison.ts',
    problem: 'the cell detail has 41 words',
  },
  {
    what: 'a long claim',
    spoil: facts => facts.claims[0].claim = words(23),
    file: 'data/claims.ts',
    problem: 'the claim has 23 words',
  },
  {
    what: 'a long correction',
    spoil: facts => facts.claims[0].corrected = words(56),
    file: 'data/claims.ts',
    problem: /has 56 words/,
  },
  {
    what: 'a long answer',
    spoil: facts => facts.questions[0].answer = words(76),
    file: 'data/questions.ts',
    problem: /has 76 words/,
    mend: /at most 75/,
  },
  {
    what: 'a long definition',
    spoil: facts => facts.glossary[0].definition = words(23),
    file: 'data/glossary.ts',
    entry: 'Virtual machine',
    problem: /has 23 words/,
  },
  {
    what: 'a long timeline text',
    spoil: facts => facts.timeline[0].what = words(11),
    file: 'data/timeline.ts',
    problem: /has 11 words/,
  },
  {
    what: 'a long vulnerability',
    spoil: facts => facts.vulnerabilities[0].summary = words(27),
    file: 'data/vulnerabilities.ts',
    problem: /has 27 words/,
  },
  {
    what: 'a long layer label',
    spoil: facts => facts.layers[2].layers[0].label = words(5),
    file: 'data/layers.ts',
    entry: 'os-level / hardware',
    problem: /has 5 words/,
  },
  {
    what: 'an empty text',
    spoil: facts => facts.comparison[0].verdict = ' ',
    file: 'data/comparison.ts',
    problem: 'the verdict is empty',
  },

  {
    what: 'two units in one test',
    spoil: facts => facts.figures[1].unit = 's',
    file: 'data/figures.ts',
    entry: 'start-tinyx-vm',
    problem: /unit "s" here and "ms"/,
  },
  {
    what: 'two sources in one test',
    spoil: facts => facts.figures[1].source = 'agache-2020',
    file: 'data/figures.ts',
    problem: /the source "agache-2020" here/,
  },
  {
    what: 'a value that is no number',
    spoil: facts => facts.figures[0].value = Number.NaN,
    file: 'data/figures.ts',
    problem: /not a finite number/,
  },
  {
    what: 'an infinite value',
    spoil: facts => facts.figures[0].value = Infinity,
    file: 'data/figures.ts',
    problem: /not a finite number/,
  },
  {
    what: 'a timeline out of order',
    spoil: facts => facts.timeline.reverse(),
    file: 'data/timeline.ts',
    problem: /comes after/,
  },
  {
    what: 'a date that does not fit its year',
    spoil: facts => facts.timeline[0].year = 1975,
    file: 'data/timeline.ts',
    problem: /does not fit the year 1975/,
  },
  {
    what: 'a date that is none',
    spoil: facts => facts.timeline[0].date = 'May 1974',
    file: 'data/timeline.ts',
    problem: /does not fit/,
  },
  {
    what: 'a seen source without an address',
    spoil: facts => Object.assign(facts.sources[1], { seen: true, url: '' }),
    file: 'data/sources.ts',
    problem: /has no url/,
  },
  {
    what: 'an address that is not https',
    spoil: facts => facts.sources[1].url = 'http://example.org',
    file: 'data/sources.ts',
    problem: /not an https address/,
  },
  {
    what: 'an address that is none',
    spoil: facts => facts.sources[1].url = 'https://',
    file: 'data/sources.ts',
    problem: /not an https address/,
  },

  {
    what: 'a quote changed by one letter',
    spoil: facts => facts.claims[0].quote = facts.claims[0].quote.replace('Level', 'Lewel'),
    file: 'data/claims.ts',
    entry: 'containers-are-os-level',
    problem: '"OS Lewel Virtualization (aka. containers)" is not in the post',
    mend: 'Write "OS Level Virtualization (aka. containers)", or other words of data/post.ts.',
  },
  {
    what: 'a quote that is missing',
    spoil: facts => delete (facts.claims[0] as Partial<Facts['claims'][0]>).quote,
    file: 'data/claims.ts',
    problem: /^the quote is empty/,
  },
  {
    what: 'a quote with two omissions',
    spoil: facts => facts.claims[0].quote = 'OS Level … aka. … containers',
    file: 'data/claims.ts',
    problem: 'the quote leaves something out 2 times',
  },
  {
    what: 'a short of 13 words',
    spoil: facts => facts.claims[1].short = words(13),
    file: 'data/claims.ts',
    entry: 'os-level-matters',
    problem: 'the short has 13 words',
    mend: 'Cut it to at most 12 words.',
  },
  {
    what: 'a short that is missing',
    spoil: facts => delete (facts.claims[1] as Partial<Facts['claims'][0]>).short,
    file: 'data/claims.ts',
    problem: 'the short is empty',
  },
  {
    what: 'a vulnerability of a layer that does not exist',
    spoil: facts => facts.vulnerabilities[0].layer = 'wmm',
    file: 'data/vulnerabilities.ts',
    entry: 'CVE-2015-3456',
    problem: 'unknown layer "wmm"',
    mend: /^Write "vmm", or add "wmm" to the stack of full-virtualization in data\/layers.ts/,
  },
  {
    what: 'a vulnerability of a layer that only another technique has',
    spoil: facts => facts.vulnerabilities[0].layer = 'page-cache',
    file: 'data/vulnerabilities.ts',
    problem: /unknown layer/,
  },
  {
    what: 'a vulnerability of an unknown technique',
    spoil: facts => facts.vulnerabilities[0].technique = 'jails',
    file: 'data/vulnerabilities.ts',
    problem: 'unknown technique "jails"',
  },
  {
    what: 'a vulnerability without a reach',
    spoil: facts => facts.vulnerabilities[0].reach = '',
    file: 'data/vulnerabilities.ts',
    problem: 'the reach is empty',
  },
  {
    what: 'a question without sources',
    spoil: facts => facts.questions[12].sources = [],
    file: 'data/questions.ts',
    entry: 'noisy-neighbour',
    problem: 'has no source',
    mend: 'Name at least one source of data/sources.ts.',
  },
  {
    what: 'a question without a field for its sources',
    spoil: facts => delete (facts.questions[12] as Partial<Facts['questions'][0]>).sources,
    file: 'data/questions.ts',
    problem: 'has no source',
  },

  {
    what: 'a switch without a state',
    spoil: facts => delete (facts.switches[0] as Partial<Facts['switches'][0]>).docker,
    file: 'data/switches.ts',
    entry: 'namespaces',
    problem: 'has no state for docker',
    mend: 'Write docker: \'on\' or \'off\' or \'depends\'.',
  },
  {
    what: 'a switch with a state that is none',
    spoil: facts => facts.switches[1].kubernetes = 'maybe',
    file: 'data/switches.ts',
    entry: 'cgroup-namespace',
    problem: 'the state "maybe" for kubernetes is none',
  },
  {
    what: 'a switch without a setting',
    spoil: facts => facts.switches[0].kubernetesSetting = '',
    file: 'data/switches.ts',
    problem: 'the setting for Kubernetes is empty',
  },
  {
    what: 'a switch without a source',
    spoil: facts => facts.switches[0].sources = [],
    file: 'data/switches.ts',
    problem: 'has no source',
  },
  {
    what: 'a double switch',
    spoil: facts => facts.switches[1].id = 'namespaces',
    file: 'data/switches.ts',
    problem: /stands 2 times/,
  },
  {
    what: 'a default without a switch',
    spoil: facts => facts.defaults[0].switches = [],
    file: 'data/defaults.ts',
    entry: 'namespaces',
    problem: 'names no switch',
  },
  {
    what: 'a default of an unknown switch',
    spoil: facts => facts.defaults[1].switches = ['secomp'],
    file: 'data/defaults.ts',
    problem: 'unknown switch "secomp"',
    mend: /"seccomp"/,
  },
  {
    what: 'a default of switches that differ',
    spoil: facts => facts.defaults[1].switches.push('selinux'),
    file: 'data/defaults.ts',
    entry: 'seccomp',
    problem: 'its switches differ for docker: seccomp on, selinux off',
  },
  {
    what: 'a missing namespace',
    spoil: facts => facts.namespaces.pop(),
    file: 'data/namespaces.ts',
    entry: 'time',
    problem: 'the namespace is missing',
  },
  {
    what: 'an invented namespace',
    spoil: facts => facts.namespaces[0].id = 'process',
    file: 'data/namespaces.ts',
    problem: '"process" is no kind of namespace',
  },
  {
    what: 'a double namespace',
    spoil: facts => facts.namespaces[0].id = 'mount',
    file: 'data/namespaces.ts',
    problem: /stands 2 times/,
  },
  {
    what: 'a namespace that depends',
    spoil: facts => facts.namespaces[0].docker = 'depends',
    file: 'data/namespaces.ts',
    problem: /"depends" for docker is none/,
  },
  {
    what: 'a dangling source of a namespace',
    spoil: facts => facts.namespaces[0].sources.push('nobody'),
    file: 'data/namespaces.ts',
    problem: /unknown source/,
  },
  {
    what: 'a step of docker run to nobody',
    spoil: facts => facts.dockerRun.steps[3].to = 'shin',
    file: 'data/docker-run.ts',
    entry: 'step 4 "start a shim"',
    problem: 'unknown participant "shin"',
    mend: /"shim"/,
  },
  {
    what: 'a step of docker run without a source',
    spoil: facts => facts.dockerRun.steps[0].sources = [],
    file: 'data/docker-run.ts',
    problem: 'has no source',
  },
  {
    what: 'a double participant',
    spoil: facts => facts.dockerRun.participants[0].id = 'shim',
    file: 'data/docker-run.ts',
    problem: /stands 2 times/,
  },
  {
    what: 'a step of the page cache without a source',
    spoil: facts => facts.pageCache.steps[0].sources = [],
    file: 'data/page-cache.ts',
    entry: 'step 1',
    problem: 'has no source',
  },
  {
    what: 'an unknown flaw of the page cache',
    spoil: facts => facts.pageCache.flaws[0] = 'CVE-2022-0848',
    file: 'data/page-cache.ts',
    problem: 'unknown vulnerability "CVE-2022-0848"',
    mend: /"CVE-2022-0847"/,
  },
  {
    what: 'a guest of an unknown figure',
    spoil: facts => facts.density.guests[0].figure = 'mem-1000-debain',
    file: 'data/density.ts',
    entry: 'debian-vm',
    problem: 'unknown figure "mem-1000-debain"',
    mend: /"mem-1000-debian"/,
  },
  {
    what: 'a total that its figure does not say',
    spoil: facts => facts.density.guests[1].totalGB = 28,
    file: 'data/density.ts',
    entry: 'tinyx-vm',
    problem: 'the total is 28 GB here and 27 GB in "mem-1000-tinyx"',
  },
  {
    what: 'a guest of another test',
    spoil: facts => facts.density.source = 'agache-2020',
    file: 'data/density.ts',
    problem: /comes from "manco-2017"/,
  },
  {
    what: 'a guest larger than a thousandth of all',
    spoil: facts => facts.density.guests[2].perGuestMB = 50,
    file: 'data/density.ts',
    problem: '1,000 times 50 MB is more than 5 GB',
  },
  {
    what: 'a density without a source',
    spoil: facts => facts.density.source = '',
    file: 'data/density.ts',
    problem: 'has no source',
  },
  {
    what: 'a technique that runs nowhere',
    spoil: facts => facts.runsOn.pop(),
    file: 'data/runs-on.ts',
    entry: 'wasm',
    problem: 'the technique is missing',
  },
  {
    what: 'a technique that runs twice',
    spoil: facts => facts.runsOn.push(facts.runsOn[0]),
    file: 'data/runs-on.ts',
    problem: 'the technique stands 2 times',
  },
  {
    what: 'a host that is missing',
    spoil: facts => facts.runsOn[1].hosts.pop(),
    file: 'data/runs-on.ts',
    entry: 'paravirtualization / macos-host',
    problem: 'the host is missing',
  },
  {
    what: 'a host that stands twice',
    spoil: facts => facts.runsOn[1].hosts.push(facts.runsOn[1].hosts[0]),
    file: 'data/runs-on.ts',
    problem: 'the host stands 2 times',
  },
  {
    what: 'a technique that runs without a source',
    spoil: facts => facts.runsOn[0].sources = [],
    file: 'data/runs-on.ts',
    problem: 'has no source',
  },
  {
    what: 'a term that says it has sources, and has none',
    spoil: facts => facts.glossary[0].sources = [],
    file: 'data/glossary.ts',
    problem: 'has no source',
  },
  {
    what: 'calls that nobody makes',
    spoil: facts => delete figureOf(facts, 'sys-qemu').note,
    file: 'data/figures.ts',
    entry: 'sys-qemu',
    problem: 'does not say who may make the calls',
  },
  {
    what: 'a figure at second hand that does not say so',
    spoil: facts => delete figureOf(facts, 'start-kata-2021').unseen,
    file: 'data/figures.ts',
    entry: 'start-kata-2021',
    problem: /"van-rijn-2021" was not read/,
  },
  {
    what: 'an unseen figure of a source that was read',
    spoil: facts => figureOf(facts, 'sys-qemu').unseen = true,
    file: 'data/figures.ts',
    problem: /marked as unseen/,
  },
  {
    what: 'an unseen figure in a chart',
    spoil: facts => figureOf(facts, 'start-kata-2021').test = 'lightvm-start',
    file: 'data/figures.ts',
    problem: /unseen, and part of the test "lightvm-start"/,
  },
  {
    what: 'a chart of old figures without their year',
    spoil: facts => facts.tests.find(({ id }) => id === 'migration-2005')!.setup = 'Xen, long ago.',
    file: 'data/tests.ts',
    entry: 'migration-2005',
    problem: 'has figures of 2005, and its setup does not say so',
  },
]

describe('validate', () => {
  it('finds nothing wrong with the facts of the talk', () => {
    expect(validate(facts).map(formatFault)).toEqual([])
  })

  it.each(planted)('finds $what', ({ spoil, file, entry = /./, problem, mend = /^[A-Z].*\.$/ }) => {
    const spoilt = structuredClone(facts) as Spoilable<Facts>
    spoil(spoilt)
    expect(validate(spoilt as Facts)).toContainEqual({
      file,
      entry: typeof entry === 'string'
        ? entry
        : expect.stringMatching(entry),
      problem: typeof problem === 'string'
        ? problem
        : expect.stringMatching(problem),
      mend: typeof mend === 'string'
        ? mend
        : expect.stringMatching(mend),
    })
  })

  it('takes a year without a month as in order with the months around it', () => {
    const spoilt = structuredClone(facts) as Spoilable<Facts>
    const entry = (date: string): Spoilable<Facts['timeline'][0]> => ({
      year: 2016,
      date,
      what: 'it happened',
      source: 'seed-2016',
    })
    spoilt.timeline = [
      '2016-02',
      '2016',
      '2016-08-11',
      '2016-08',
      '2016-2017',
    ].map(entry)
    expect(validate(spoilt as Facts).filter(({ file }) => file === 'data/timeline.ts')).toEqual([])
    spoilt.timeline = ['2016-08', '2016', '2016-02'].map(entry)
    expect(validate(spoilt as Facts).filter(({ file }) => file === 'data/timeline.ts')).toHaveLength(1)
  })
})

describe('nearest', () => {
  it('suggests the id that looks most alike', () => {
    expect(nearest('agache-202', ['manco-2017', 'agache-2020', 'agache'])).toBe('agache-2020')
    expect(nearest('anything', [])).toBeUndefined()
  })
})
