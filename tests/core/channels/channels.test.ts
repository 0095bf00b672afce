import { channels } from '../../../src/core/channels/index.ts';
import type { PodSpec } from '../../../src/model/pod.ts';
import { type ChannelKind, channelKinds } from '../../../src/model/vocabulary.ts';
import { channelsOf } from '../../support/report-of.ts';

/** Channels in short: `both yes`, `a-to-b left-behind`, with `?` when there are conditions. */
const short = (spec: PodSpec, kind: ChannelKind, options = {}) =>
  channelsOf(spec, kind, options).map(
    ({ direction, verdict, conditions }) => `${direction} ${verdict}${conditions.length > 0 ? '?' : ''}`,
  );

const user = (runAsUser: number, more: object = {}) => ({ runAsUser, runAsGroup: runAsUser, ...more });
const pair = (a: object, b: object, spec: PodSpec = {}): PodSpec => ({
  containers: [
    { name: 'a', image: 'x', securityContext: a },
    { name: 'b', image: 'y', securityContext: b },
  ],
  ...spec,
});
const shared = { shareProcessNamespace: true };
const sequence: PodSpec = { initContainers: [{ name: 'a' }], containers: [{ name: 'b' }] };

type Row = [string, PodSpec, ChannelKind, string[]];

test.each<Row>([
  ['localhost between apps', pair({}, {}), 'localhost', ['both yes?']],
  ['localhost with hostNetwork', pair({}, {}, { hostNetwork: true }), 'localhost', ['both yes?']],
  ['localhost from an init container', sequence, 'localhost', ['none no']],
  ['abstract sockets between apps', pair({}, {}), 'abstract-unix-socket', ['both yes']],
  [
    'abstract sockets on Windows',
    pair({}, {}, { os: { name: 'windows' } }),
    'abstract-unix-socket',
    ['none no'],
  ],
  ['localhost on Windows', pair({}, {}, { os: { name: 'windows' } }), 'localhost', ['both yes?']],
  ['System V between apps', pair({}, {}), 'sysv-ipc', ['both yes']],
  ['System V between users', pair(user(1), user(2)), 'sysv-ipc', ['both yes?']],
  ['System V from an init container', sequence, 'sysv-ipc', ['a-to-b left-behind']],
  ['message queues on Windows', pair({}, {}, { os: { name: 'windows' } }), 'posix-mqueue', ['none no']],
  ['/dev/shm between apps', pair({}, {}), 'shared-memory', ['both yes']],
  ['/dev/shm from an init container', sequence, 'shared-memory', ['a-to-b left-behind']],
  ['processes by default', pair({}, {}), 'see-processes', ['none no']],
  ['processes when shared', pair({}, {}, shared), 'see-processes', ['both yes']],
  ['processes of a finished init container', { ...sequence, ...shared }, 'see-processes', ['none no']],
  ['processes with hostPID', pair({}, {}, { hostPID: true }), 'see-processes', ['both yes']],
])('%s', (_, spec, kind, want) => {
  expect(short(spec, kind)).toStrictEqual(want);
});

// Source: kill(2). CAP_KILL is in the default set of root; SYS_PTRACE plays no part.
test.each<[string, PodSpec, string[]]>([
  ['separate PID namespaces', pair(user(0), user(0)), ['none no']],
  ['root and root', pair(user(0), user(0), shared), ['both yes']],
  ['root and a user', pair(user(0), user(1), shared), ['a-to-b yes']],
  ['the same user', pair(user(1), user(1), shared), ['both yes']],
  ['two users', pair(user(1), user(2), shared), ['none no']],
  [
    'root without capabilities and a user',
    pair(user(0, { capabilities: { drop: ['ALL'] } }), user(1), shared),
    ['none no'],
  ],
  [
    'root without KILL and a user',
    pair(user(0, { capabilities: { drop: ['KILL'] } }), user(1), shared),
    ['none no'],
  ],
  [
    'a user with KILL added: no effect',
    pair(user(1, { capabilities: { add: ['KILL'] } }), user(2), shared),
    ['none no'],
  ],
  [
    'privileged root and a user',
    pair(user(0, { privileged: true }), user(1, { privileged: true }), shared),
    ['a-to-b yes'],
  ],
  ['images decide', pair({}, {}, shared), ['both conditional?']],
  [
    'an image that is not root and another user',
    pair({ runAsNonRoot: true }, user(0), shared),
    ['b-to-a yes'],
  ],
  ['the uid of the Pod', pair({}, {}, { ...shared, securityContext: { runAsUser: 5 } }), ['both yes']],
  [
    'different AppArmor profiles',
    pair(user(0), user(0, { appArmorProfile: { type: 'Unconfined' } }), shared),
    ['a-to-b conditional?', 'b-to-a yes'],
  ],
  [
    'privileged is unconfined',
    pair(user(0, { privileged: true }), user(0), shared),
    ['a-to-b yes', 'b-to-a conditional?'],
  ],
  [
    'a profile of the node may refuse signals of who is unconfined',
    pair(
      user(0, { appArmorProfile: { type: 'Unconfined' } }),
      user(0, { appArmorProfile: { type: 'Localhost', localhostProfile: 'p' } }),
      shared,
    ),
    ['both conditional?'],
  ],
])('signals: %s', (_, spec, want) => {
  expect(short(spec, 'signals')).toStrictEqual(want);
});

// Source: ptrace(2), "Ptrace access mode checking"; Linux security/commoncap.c.
test.each<[string, PodSpec, string[], string[]]>([
  ['equal root', pair(user(0), user(0), shared), ['both yes'], ['both conditional?']],
  [
    'root with more capabilities',
    pair(user(0, { capabilities: { add: ['NET_ADMIN'] } }), user(0), shared),
    ['a-to-b yes'],
    ['a-to-b conditional?'],
  ],
  [
    'root with fewer capabilities',
    pair(user(0, { capabilities: { drop: ['ALL'] } }), user(0), shared),
    ['b-to-a yes'],
    ['b-to-a conditional?'],
  ],
  [
    'root with SYS_PTRACE and a user',
    pair(user(0, { capabilities: { add: ['SYS_PTRACE'] } }), user(1), shared),
    ['a-to-b yes'],
    ['a-to-b yes'],
  ],
  [
    'CAP_ and lower case are the same capability',
    pair(user(0, { capabilities: { add: ['cap_sys_ptrace'] } }), user(1), shared),
    ['a-to-b yes'],
    ['a-to-b yes'],
  ],
  ['root and a user', pair(user(0), user(1), shared), ['none no'], ['none no']],
  [
    'a user with SYS_PTRACE added: no effect',
    pair(user(1, { capabilities: { add: ['SYS_PTRACE'] } }), user(2), shared),
    ['none no'],
    ['none no'],
  ],
  [
    'the same user in different groups',
    pair({ runAsUser: 1, runAsGroup: 1 }, { runAsUser: 1, runAsGroup: 2 }, shared),
    ['none no'],
    ['none no'],
  ],
  ['the same user and group', pair(user(1), user(1), shared), ['both yes'], ['both conditional?']],
  [
    'SYS_PTRACE alone does not open environ',
    pair(user(0, { capabilities: { drop: ['ALL'], add: ['SYS_PTRACE'] } }), user(1), shared),
    ['a-to-b conditional?'],
    ['a-to-b yes'],
  ],
  ['images decide', pair({}, {}, shared), ['both conditional?'], ['both conditional?']],
  [
    'privileged next to plain root',
    pair(user(0, { privileged: true, appArmorProfile: { type: 'RuntimeDefault' } }), user(0), shared),
    ['a-to-b yes'],
    ['a-to-b yes'],
  ],
  [
    'all but some capabilities',
    pair(user(0, { capabilities: { add: ['ALL'], drop: ['SYS_PTRACE'] } }), user(0), shared),
    ['a-to-b yes'],
    ['a-to-b conditional?'],
  ],
])('looking into processes: %s', (_, spec, look, attach) => {
  expect(short(spec, 'proc-root')).toStrictEqual(look);
  expect(short(spec, 'ptrace')).toStrictEqual(attach);
});

const tracer = { capabilities: { add: ['SYS_PTRACE'] } };
test.each<[string, PodSpec, string]>([
  ['nothing', pair({}, {}, shared), 'a has the same uid and gid as b, and at least its capabilities.'],
  ['the uids', pair({ runAsUser: 1 }, { runAsUser: 1 }, shared), 'a has the same gid as b.'],
  [
    'the gids',
    pair({ runAsGroup: 1 }, { runAsGroup: 1 }, shared),
    'a has the same uid as b, and at least its capabilities.',
  ],
  [
    'that one is root, and the gids',
    pair({ runAsUser: 0, runAsGroup: 0 }, { runAsGroup: 0 }, shared),
    'a has the same uid as b.',
  ],
  [
    'nothing, with CAP_SYS_PTRACE for root',
    pair(tracer, {}, shared),
    'a runs as root (CAP_SYS_PTRACE), or has the same uid and gid as b, and at least its capabilities.',
  ],
  [
    'that the gids differ, with CAP_SYS_PTRACE for root',
    pair({ ...tracer, runAsGroup: 1 }, { runAsGroup: 2 }, shared),
    'a runs as root (CAP_SYS_PTRACE).',
  ],
])('looking into processes: the manifest says %s', (_, spec, condition) => {
  expect(channelsOf(spec, 'proc-root')[0]?.conditions[0]).toBe(condition);
});

describe('files', () => {
  const mount = (more: object = {}) => [{ name: 'v', mountPath: '/v', ...more }];
  const files = (a: object, b: object, spec: PodSpec = {}): PodSpec => ({
    automountServiceAccountToken: false,
    volumes: [{ name: 'v', emptyDir: {} }],
    containers: [
      { name: 'a', image: 'x', ...a },
      { name: 'b', image: 'x', ...b },
    ],
    ...spec,
  });
  const both = { volumeMounts: mount() };
  const reads = { volumeMounts: mount({ readOnly: true }) };
  const variable = {
    env: ['A', 'B'].map((key) => ({
      name: key,
      valueFrom: { fileKeyRef: { volumeName: 'v', path: './x/env', key } },
    })),
  };

  test.each<[string, PodSpec, string[]]>([
    ['both write', files(both, both), ['both yes']],
    ['a writes', files(both, reads), ['a-to-b yes']],
    ['b writes', files(reads, both), ['b-to-a yes']],
    ['nobody writes', files(reads, reads), ['none no']],
    ['not mounted in both', files(both, {}), ['none no']],
    [
      'different parts',
      files({ volumeMounts: mount({ subPath: 'x' }) }, { volumeMounts: mount({ subPath: 'y' }) }),
      ['none no'],
    ],
    [
      'two users',
      files({ ...both, securityContext: user(1) }, { ...both, securityContext: user(2) }),
      ['both yes?'],
    ],
    [
      'root reads everything',
      files({ ...both, securityContext: user(1) }, { ...both, securityContext: user(0) }),
      ['both yes?'],
    ],
    [
      'an init container leaves files',
      { ...files({}, {}), initContainers: [{ name: 'i', ...both }], containers: [{ name: 'a', ...reads }] },
      ['a-to-b left-behind'],
    ],
    [
      'only the later one writes',
      { ...files({}, {}), initContainers: [{ name: 'i', ...reads }], containers: [{ name: 'a', ...both }] },
      ['none no'],
    ],
    [
      'an init container leaves a variable',
      {
        ...files({}, {}),
        initContainers: [{ name: 'i', ...both }],
        containers: [{ name: 'a', ...variable }],
      },
      ['a-to-b left-behind'],
    ],
    ['one writes a variable while the other runs', files(both, variable), ['a-to-b conditional?']],
    ['nobody writes the variable', files(reads, variable), ['none no']],
    ['a variable from a file that is mounted', files(both, { ...both, ...variable }), ['both yes']],
    [
      'a variable from another directory',
      files({ volumeMounts: mount({ subPath: 'y' }) }, variable),
      ['none no'],
    ],
  ])('%s', (_, spec, want) => {
    expect(short(spec, 'shared-files')).toStrictEqual(want);
  });

  test('the kubelet reads a variable as root, once, from 1.35 on', () => {
    const spec = files(
      { ...both, securityContext: user(1) },
      { ...variable, securityContext: user(2, { seLinuxOptions: { level: 's0:c1' } }) },
    );
    expect(channelsOf(spec, 'shared-files')).toStrictEqual([
      {
        kind: 'shared-files',
        direction: 'a-to-b',
        verdict: 'conditional',
        because:
          'a can write x/env of volume v, which the kubelet reads into a variable of b (fileKeyRef) when b starts. b cannot write there.',
        conditions: ['a has written it by then.'],
        volume: 'v',
      },
    ]);
    expect(short(spec, 'shared-files', { kubernetesVersion: '1.34' })).toStrictEqual(['none no']);
    expect(short(files(reads, variable), 'shared-files')).toStrictEqual(['none no']);
    expect(channelsOf(files(reads, variable), 'shared-files')[0]?.because).toBe(
      'Both see v, but read-only: they see the same content and cannot pass any.',
    );
  });

  test('mounts an init container makes are not found by one that mounts nothing', () => {
    const maker = { volumeMounts: mount({ mountPropagation: 'Bidirectional' }) };
    const spec = { ...files({}, {}), initContainers: [{ name: 'i', ...maker }] };
    expect(short({ ...spec, containers: [{ name: 'a', ...both }] }, 'mount-propagation')).toStrictEqual([
      'a-to-b left-behind',
    ]);
    expect(short({ ...spec, containers: [{ name: 'a', ...variable }] }, 'mount-propagation')).toStrictEqual([
      'none no',
    ]);
  });

  const readableBy = (whom: string) => [
    `Files that a makes allow ${whom} to read them (runAsUser 1 and 2).`,
    `Files that b makes allow ${whom} to read them (runAsUser 2 and 1).`,
  ];
  const group = (gid: number) => ({ runAsGroup: gid });

  // Source: the SetUp of each kind in kubernetes pkg/volume; hostPath and nfs do not call SetVolumeOwnership.
  test.each<[string, object, object, PodSpec, string]>([
    ['no common group', {}, {}, {}, 'other users'],
    ['fsGroup', {}, {}, { securityContext: { fsGroup: 3 } }, 'their group, which fsGroup gives both,'],
    ['one group', group(7), group(7), {}, 'their group, which both are in,'],
    [
      'the groups of both for both',
      {},
      {},
      { securityContext: { supplementalGroups: [1, 2] } },
      'their group, which both are in,',
    ],
    [
      'fsGroup on a hostPath',
      {},
      {},
      { volumes: [{ name: 'v', hostPath: { path: '/data' } }], securityContext: { fsGroup: 3 } },
      'other users',
    ],
    [
      'fsGroup on NFS',
      {},
      {},
      { volumes: [{ name: 'v', nfs: { server: 's', path: '/' } }], securityContext: { fsGroup: 3 } },
      'other users',
    ],
  ])('two users: %s', (_, a, b, spec, whom) => {
    const users = files(
      { ...both, securityContext: user(1, a) },
      { ...both, securityContext: user(2, b) },
      spec,
    );
    expect(channelsOf(users, 'shared-files')[0]?.conditions).toStrictEqual(readableBy(whom));
  });

  test('a volume that one has by another name is called by both', () => {
    const because = (aliases: PodSpec['volumes'], more: PodSpec = {}, readOnly = false) =>
      channelsOf(
        files(
          { volumeMounts: [{ name: 'c', mountPath: '/v', readOnly }] },
          { volumeMounts: [{ name: 'd', mountPath: '/v', readOnly }] },
          { volumes: aliases ?? [], ...more },
        ),
        'shared-files',
      )[0]?.because;
    const claim = { persistentVolumeClaim: { claimName: 'x' } };
    const claims = [
      { name: 'c', ...claim },
      { name: 'd', ...claim },
    ];
    const paths = [
      { name: 'c', hostPath: { path: '/data' } },
      { name: 'd', hostPath: { path: '/data/logs' } },
    ];
    expect(because(claims)).toBe('Both mount volume c (b through volume d).');
    expect(because(claims, {}, true)).toBe(
      'Both mount c (b through volume d), but read-only: they see the same content and cannot pass any.',
    );
    expect(because(paths)).toBe('Both mount volume d (a through volume c).');
  });

  test('a volume at /dev/shm in one container only parts them', () => {
    expect(
      short(files({ volumeMounts: [{ name: 'v', mountPath: '/dev/shm/' }] }, {}), 'shared-memory'),
    ).toStrictEqual(['none no']);
  });
  test('a volume at /dev/shm in both joins them, as the mounts allow', () => {
    const at = (readOnly: boolean) => ({ volumeMounts: [{ name: 'v', mountPath: '/dev/shm', readOnly }] });
    expect(short(files(at(false), at(true)), 'shared-memory')).toStrictEqual(['a-to-b yes']);
  });

  test.each<[string, string | undefined, string | undefined, string[]]>([
    ['nobody asks', undefined, undefined, ['none no']],
    ['Bidirectional to HostToContainer', 'Bidirectional', 'HostToContainer', ['a-to-b yes']],
    ['Bidirectional both', 'Bidirectional', 'Bidirectional', ['both yes']],
    ['Bidirectional to None', 'Bidirectional', 'None', ['none no']],
    ['HostToContainer both', 'HostToContainer', 'HostToContainer', ['none no']],
  ])('mount propagation: %s', (_, a, b, want) => {
    const of = (mountPropagation: string | undefined) => ({
      volumeMounts: mount(mountPropagation === undefined ? {} : { mountPropagation }),
    });
    expect(short(files(of(a), of(b)), 'mount-propagation')).toStrictEqual(want);
  });
});

// Source: Linux security/apparmor/ipc.c, aa_may_ptrace: who is unconfined traces whom it likes.
test('AppArmor is one condition, in the order of the containers, and none for who is unconfined', () => {
  const custom = { appArmorProfile: { type: 'Localhost', localhostProfile: 'p' } };
  const unconfined = { appArmorProfile: { type: 'Unconfined' } };
  const [both] = channelsOf(pair(user(0), user(0, custom), shared), 'proc-root');
  expect(both?.conditions).toStrictEqual([
    'AppArmor is not enforced on the node, or its profiles allow it (RuntimeDefault and Localhost/p).',
  ]);
  expect(short(pair(user(0, unconfined), user(0, custom), shared), 'proc-root')).toStrictEqual([
    'a-to-b yes',
    'b-to-a conditional?',
  ]);
});

test('CRI-O gives root no NET_RAW, and KILL as containerd does', () => {
  const spec = pair(user(0), user(0, { capabilities: { add: ['NET_RAW'] } }), shared);
  expect(short(spec, 'proc-root', { runtime: 'containerd' })).toStrictEqual(['both yes']);
  expect(short(spec, 'proc-root', { runtime: 'cri-o' })).toStrictEqual(['b-to-a yes']);
  expect(short(spec, 'signals', { runtime: 'cri-o' })).toStrictEqual(['both yes']);
});

// Source: https://kubernetes.io/docs/tasks/configure-pod-container/create-hostprocess-pod/
describe('Windows', () => {
  const windows = { os: { name: 'windows' } };
  const node = { hostNetwork: true, securityContext: { windowsOptions: { hostProcess: true } } };
  const as = (runAsUserName: string) => ({ windowsOptions: { runAsUserName } });
  const processes: ChannelKind[] = ['signals', 'proc-root', 'ptrace'];

  test.each<ChannelKind>(['see-processes', ...processes])('%s: containers are isolated', (kind) => {
    const [channel] = channelsOf(pair({}, {}, windows), kind);
    expect(`${channel?.verdict} ${channel?.because}`).toBe(
      'no Windows has no PID namespaces: process isolation keeps the processes of containers apart.',
    );
  });

  test.each<[string, PodSpec, string[], string[]]>([
    ['two users', pair({}, {}, { ...windows, ...node }), ['both yes'], ['both conditional?']],
    [
      'LocalSystem',
      pair(as('NT AUTHORITY\\System'), as('NT AUTHORITY\\Local service'), { ...windows, ...node }),
      ['both yes'],
      ['a-to-b yes', 'b-to-a conditional?'],
    ],
    ['an init container', { ...sequence, ...windows, ...node }, ['none no'], ['none no']],
    [
      'HostProcess in one',
      pair({ windowsOptions: { hostProcess: true } }, {}, windows),
      ['none no'],
      ['none no'],
    ],
  ])('HostProcess containers: %s', (_, spec, see, open) => {
    expect(short(spec, 'see-processes')).toStrictEqual(see);
    for (const kind of processes) expect(short(spec, kind)).toStrictEqual(open);
  });

  test('HostProcess containers have the files of the node in common', () => {
    expect(short(pair({}, {}, { ...windows, ...node }), 'shared-files')).toStrictEqual(['both yes?']);
    expect(short({ ...sequence, ...windows, ...node }, 'shared-files')).toStrictEqual([
      'a-to-b left-behind?',
    ]);
    expect(short(pair({}, {}, windows), 'shared-files')).toStrictEqual(['none no']);
  });
});

test('every kind says of itself what it is, what it needs, and where that is written', () => {
  expect(channels.map(({ kind }) => kind)).toEqual(channelKinds);
  for (const { title, allows, needs, source } of channels) {
    expect(title).toMatch(/^[A-Z/].*[^.]$/);
    expect(allows).toMatch(/^[A-Z].*\.$/);
    expect(needs).toMatch(/^[A-Z].*\.$/);
    expect(source).toMatch(/^https:\/\//);
  }
});
