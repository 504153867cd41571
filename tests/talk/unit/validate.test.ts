// @vitest-environment node
import type { Facts } from '../../../data/types.ts'
import { describe, expect, it } from 'vitest'
import { formatFault, nearest } from '../../../addon/lib/deck/faults.ts'
import { facts } from '../../../data/index.ts'
import { checkFacts } from './check-deck.ts'

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
    what: 'a dangling source of a claim',
    spoil: facts => facts.claims[0].sources.push('nobody'),
    file: 'data/claims.ts',
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
    what: 'a claim without a source',
    spoil: facts => facts.claims[4].sources = [],
    file: 'data/claims.ts',
    entry: 'host-is-primary-os',
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
    what: 'a technique without a stack',
    spoil: facts => facts.layers.pop(),
    file: 'data/layers.ts',
    entry: 'wasm',
    problem: 'the technique has no stack',
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
    what: 'a long vulnerability',
    spoil: facts => facts.vulnerabilities[0].summary = words(27),
    file: 'data/vulnerabilities.ts',
    problem: /has 27 words/,
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
    what: 'calls that nobody makes',
    spoil: facts => delete figureOf(facts, 'sys-qemu').note,
    file: 'data/figures.ts',
    entry: 'sys-qemu',
    problem: 'does not say who may make the calls',
  },
]

describe('validate', () => {
  it('finds nothing wrong with the facts of the talk', () => {
    expect(checkFacts(facts).map(formatFault)).toEqual([])
  })

  it.each(planted)('finds $what', ({ spoil, file, entry = /./, problem, mend = /^[A-Z].*\.$/ }) => {
    const spoilt = structuredClone(facts) as Spoilable<Facts>
    spoil(spoilt)
    expect(checkFacts(spoilt as Facts)).toContainEqual({
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
})

describe('nearest', () => {
  it('suggests the id that looks most alike', () => {
    expect(nearest('agache-202', ['manco-2017', 'agache-2020', 'agache'])).toBe('agache-2020')
    expect(nearest('anything', [])).toBeUndefined()
  })
})
