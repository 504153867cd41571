import type { Recording } from './recording.ts'

/** Made by `npm run record`: what a process and its host see, on a real kernel. Not to be written by hand. */
export const namespacesRecording = {
  kernel: '6.18.44',
  date: '2026-11-25',
  unshare: '2.38.1',
  notes: [
    'The host of the recording is a stage: new namespaces for processes, mounts, host name and IPC, so that nothing on the machine is changed.',
    'Its network, users, cgroup and clocks are those of the machine, only read; of the interfaces two are shown, and the parts of cgroup paths are hidden.',
    'Two programs run: program, which looks round, and neighbour. With the key of users, user 100000 starts program.',
    'The clock of the time namespace was set back to its start.',
  ],
  namespaces: [
    {
      namespace: 'pid',
      inside: 'ps',
      host: 'ps',
      run: {
        inside: 'ps -C neighbour,program -o pid=,comm=',
        host: 'ps -C neighbour,program -o pid=,comm=',
      },
      without: {
        inside: ['11 neighbour', '13 program'],
        host: ['11 neighbour', '13 program'],
        link: {
          inside: 'pid:[4026532181]',
          host: 'pid:[4026532181]',
        },
      },
      with: {
        inside: ['1 program'],
        host: ['11 neighbour', '21 program'],
        link: {
          inside: 'pid:[4026532182]',
          host: 'pid:[4026532181]',
        },
      },
      partly: {
        missing: 'mount',
        screens: {
          inside: ['11 neighbour', '29 program'],
          host: ['11 neighbour', '29 program'],
          link: {
            inside: 'pid:[4026532177]',
            host: 'pid:[4026532181]',
          },
        },
      },
    },
    {
      namespace: 'mount',
      act: 'mount -t tmpfs box /mnt',
      inside: 'mount',
      host: 'mount',
      run: {
        inside: 'mount | sed -n \'s/^\\(box on .*\\) (.*/\\1/p\'',
        host: 'mount | sed -n \'s/^\\(box on .*\\) (.*/\\1/p\'',
      },
      without: {
        inside: ['box on /mnt type tmpfs'],
        host: ['box on /mnt type tmpfs'],
        link: {
          inside: 'mnt:[4026532178]',
          host: 'mnt:[4026532178]',
        },
      },
      with: {
        inside: ['box on /mnt type tmpfs'],
        host: [],
        link: {
          inside: 'mnt:[4026532177]',
          host: 'mnt:[4026532178]',
        },
      },
    },
    {
      namespace: 'network',
      inside: 'ip link',
      host: 'ip link',
      run: {
        inside: 'ip -br link | awk \'{print $1, $2}\'',
        host: 'ip -br link | awk \'{print $1, $2}\'',
      },
      without: {
        inside: ['lo UNKNOWN', 'eth0 UP'],
        host: ['lo UNKNOWN', 'eth0 UP'],
        link: {
          inside: 'net:[4026531833]',
          host: 'net:[4026531833]',
        },
      },
      with: {
        inside: ['lo DOWN'],
        host: ['lo UNKNOWN', 'eth0 UP'],
        link: {
          inside: 'net:[4026532177]',
          host: 'net:[4026531833]',
        },
      },
    },
    {
      namespace: 'uts',
      act: 'hostname box',
      inside: 'hostname',
      host: 'hostname',
      without: {
        inside: ['box'],
        host: ['box'],
        link: {
          inside: 'uts:[4026532179]',
          host: 'uts:[4026532179]',
        },
      },
      with: {
        inside: ['box'],
        host: ['host'],
        link: {
          inside: 'uts:[4026532182]',
          host: 'uts:[4026532179]',
        },
      },
    },
    {
      namespace: 'ipc',
      inside: 'ipcs -q',
      host: 'ipcs -q',
      run: {
        inside: 'ipcs -q | awk \'NR > 3 && NF {print "msqid", $2}\'',
        host: 'ipcs -q | awk \'NR > 3 && NF {print "msqid", $2}\'',
      },
      without: {
        inside: ['msqid 0'],
        host: ['msqid 0'],
        link: {
          inside: 'ipc:[4026532180]',
          host: 'ipc:[4026532180]',
        },
      },
      with: {
        inside: [],
        host: ['msqid 0'],
        link: {
          inside: 'ipc:[4026532177]',
          host: 'ipc:[4026532180]',
        },
      },
    },
    {
      namespace: 'user',
      inside: 'id -u',
      host: 'ps -o uid',
      run: {
        inside: 'id -u',
        host: 'ps -C program -o uid=',
      },
      without: {
        inside: ['0'],
        host: ['0'],
        link: {
          inside: 'user:[4026531837]',
          host: 'user:[4026531837]',
        },
      },
      with: {
        inside: ['0'],
        host: ['100000'],
        link: {
          inside: 'user:[4026532177]',
          host: 'user:[4026531837]',
        },
      },
    },
    {
      namespace: 'cgroup',
      inside: 'cat /proc/self/cgroup',
      host: 'cat /proc/$PROGRAM/cgroup',
      run: {
        inside: 'grep ^4: /proc/self/cgroup',
        host: 'grep ^4: /proc/$PROGRAM/cgroup',
      },
      without: {
        inside: ['4:memory:/…/…'],
        host: ['4:memory:/…/…'],
        link: {
          inside: 'cgroup:[4026531835]',
          host: 'cgroup:[4026531835]',
        },
      },
      with: {
        inside: ['4:memory:/'],
        host: ['4:memory:/…/…'],
        link: {
          inside: 'cgroup:[4026532182]',
          host: 'cgroup:[4026531835]',
        },
      },
    },
    {
      namespace: 'time',
      inside: 'uptime -p',
      host: 'uptime -p',
      without: {
        inside: ['up 33 minutes'],
        host: ['up 33 minutes'],
        link: {
          inside: 'time:[4026531834]',
          host: 'time:[4026531834]',
        },
      },
      with: {
        inside: ['up 0 minutes'],
        host: ['up 33 minutes'],
        link: {
          inside: 'time:[4026532177]',
          host: 'time:[4026531834]',
        },
      },
    },
  ],
  all: [
    {
      namespace: 'pid',
      screens: {
        inside: ['1 program'],
        host: ['11 neighbour', '156 program'],
        link: {
          inside: 'pid:[4026532185]',
          host: 'pid:[4026532181]',
        },
      },
    },
    {
      namespace: 'mount',
      screens: {
        inside: ['box on /mnt type tmpfs'],
        host: [],
        link: {
          inside: 'mnt:[4026532183]',
          host: 'mnt:[4026532178]',
        },
      },
    },
    {
      namespace: 'network',
      screens: {
        inside: ['lo DOWN'],
        host: ['lo UNKNOWN', 'eth0 UP'],
        link: {
          inside: 'net:[4026532190]',
          host: 'net:[4026531833]',
        },
      },
    },
    {
      namespace: 'uts',
      screens: {
        inside: ['box'],
        host: ['host'],
        link: {
          inside: 'uts:[4026532184]',
          host: 'uts:[4026532179]',
        },
      },
    },
    {
      namespace: 'ipc',
      screens: {
        inside: [],
        host: ['msqid 0'],
        link: {
          inside: 'ipc:[4026532187]',
          host: 'ipc:[4026532180]',
        },
      },
    },
    {
      namespace: 'user',
      screens: {
        inside: ['0'],
        host: ['100000'],
        link: {
          inside: 'user:[4026532183]',
          host: 'user:[4026531837]',
        },
      },
    },
    {
      namespace: 'cgroup',
      screens: {
        inside: ['4:memory:/'],
        host: ['4:memory:/…/…'],
        link: {
          inside: 'cgroup:[4026532191]',
          host: 'cgroup:[4026531835]',
        },
      },
    },
    {
      namespace: 'time',
      screens: {
        inside: ['up 0 minutes'],
        host: ['up 33 minutes'],
        link: {
          inside: 'time:[4026532330]',
          host: 'time:[4026531834]',
        },
      },
    },
  ],
  open: [
    {
      what: 'wall-clock time',
      command: 'date -u +%F',
      inside: '2026-11-25',
      host: '2026-11-25',
    },
  ],
  limits: {
    cgroup: 'v1',
    memory: 'max',
    pids: null,
  },
} as const satisfies Recording
