import type { Recording } from '../../../../data/recording.ts'
import { describe, expect, it } from 'vitest'
import { namespacesRecording } from '../../../../data/namespaces-recording.ts'
import { namespaces } from '../../../../data/namespaces.ts'
import { hidePath, kernelVersion, limit, recordingFile, tellingHierarchy, twoInterfaces } from '../../../../scripts/record/neutral.ts'
import { allFlags, isStage, probes, STAGE_FLAGS } from '../../../../scripts/record/plan.ts'
import { refusal } from '../../../../scripts/record/requirements.ts'

const able = { platform: 'linux', isRoot: true, missing: [], hasUserNamespaces: true }

describe('a machine that cannot record', () => {
  it.each([
    ['another system', { ...able, platform: 'darwin' }, /needs Linux, and this is darwin/],
    ['no root', { ...able, isRoot: false, hasUserNamespaces: false }, /it needs root\. Run "sudo npm run record"/],
    ['missing commands', { ...able, missing: ['ip', 'ps'] as const }, /missing: ip \(iproute2\), ps \(procps\)/],
    ['no user namespaces', { ...able, hasUserNamespaces: false }, /no ordinary user make a user namespace/],
    ['neither root nor commands', { ...able, isRoot: false, missing: ['ip'] as const }, /needs root; these commands are missing/],
  ])('%s: is told so in one line', (_, machine, message) => {
    expect(refusal(machine)).toMatch(message)
    expect(refusal(machine)).not.toContain('\n')
  })

  it('is not this one otherwise', () => {
    expect(refusal(able)).toBeUndefined()
  })
})

describe('what is kept of the output', () => {
  it('versions without what a vendor adds', () => {
    expect(['6.18.44-vendor-1', '6.8.0-45-generic', 'odd'].map(kernelVersion)).toEqual(['6.18.44', '6.8.0', 'odd'])
  })

  it('the depth of a cgroup, not its name', () => {
    expect(hidePath('0::/user.slice/session-1.scope')).toBe('0::/…/…')
    expect(hidePath('4:memory:/')).toBe('4:memory:/')
    expect(tellingHierarchy(['8:pids:/', '4:memory:/a', '0::/'])).toBe('4')
    expect(tellingHierarchy(['4:memory:/a', '0::/b'])).toBe('0')
    expect(tellingHierarchy(['8:pids:/', '0::/'])).toBe('0')
  })

  it('two interfaces', () => {
    expect(twoInterfaces(['lo UNKNOWN', 'docker0 DOWN', 'enp3s0 UP', 'wlan0 UP'])).toEqual(['lo UNKNOWN', 'eth0 UP'])
    expect(twoInterfaces(['lo DOWN'])).toEqual(['lo DOWN'])
  })

  it('limits', () => {
    expect(['max\n', '9223372036854771712', '512', undefined].map(limit)).toEqual(['max', 'max', '512', null])
  })
})

describe('the plan', () => {
  const plan = probes({ hierarchy: '0', uptime: 60 })

  it('has a probe for every namespace', () => {
    expect(plan.map(({ namespace }) => namespace)).toEqual(namespaces.map(({ id }) => id))
  })

  it('changes only what the stage has of its own', () => {
    for (const { namespace, act } of plan.filter(({ act }) => act))
      expect([namespace, act, STAGE_FLAGS]).toEqual([namespace, act, expect.arrayContaining([`--${namespace}`])])
  })

  it('asks for each option once', () => {
    expect(allFlags(plan)).toEqual([...new Set(allFlags(plan))])
    expect(allFlags(plan)).toEqual(expect.arrayContaining(['--user', '--cgroup', '--time', '--net']))
  })
})

describe('the stage', () => {
  const machine = { pid: 'pid:[1]', mnt: 'mnt:[2]', uts: 'uts:[3]', ipc: 'ipc:[4]' }
  const here = { pid: 'pid:[5]', mnt: 'mnt:[6]', uts: 'uts:[7]', ipc: 'ipc:[8]' }

  it('is the first process of new namespaces', () => {
    expect(isStage({ pid: 1, here, machine })).toBe(true)
  })

  it.each([
    ['a process among others', { pid: 2, here, machine }],
    ['a namespace of the machine', { pid: 1, here: { ...here, uts: machine.uts }, machine }],
    ['a namespace that every machine starts with', { pid: 1, here: { ...here, uts: 'uts:[4026531838]' }, machine }],
    ['a machine that was not told', { pid: 1, here, machine: {} }],
    ['a machine that was told in part', { pid: 1, here, machine: { pid: machine.pid } }],
  ])('is not %s', (_, whereabouts) => {
    expect(isStage(whereabouts)).toBe(false)
  })
})

it('the file is TypeScript that says the same', () => {
  const recording: Recording = { ...namespacesRecording, notes: ['it\'s a \\ test'] }
  const [, value] = /= (\{.*\}) as const/s.exec(recordingFile(recording))!
  // eslint-disable-next-line no-new-func
  expect(new Function(`return ${value}`)()).toEqual(recording)
})
