import { makePlan } from '../../../src/core/intent/plan.ts';
import { rule } from '../../../src/core/intent/rule.ts';
import type { Intent, Wish } from '../../../src/model/generate.ts';
import { defaultOptions } from '../../../src/model/options.ts';
import type { PodSpec } from '../../../src/model/pod.ts';
import { reportOf } from '../../support/report-of.ts';

/*
 * A proof is read from the report, so a Pod that does not do what was wished for fails it. Each row is a Pod written by hand: what
 * is said of it, and that a wrong one is found out.
 */

const containers: Intent['containers'] = [
  { name: 'setup', role: 'init' },
  { name: 'app' },
  { name: 'agent' },
];
const image = 'busybox';

const mount = (name: string, mountPath: string, readOnly = false) => ({
  volumeMounts: [{ name, mountPath, ...(readOnly && { readOnly }) }],
});

/** A Pod with the three containers; each may be given more fields. */
const podOf = (
  fields: PodSpec = {},
  more: Readonly<Partial<Record<'setup' | 'app' | 'agent', object>>> = {},
): PodSpec => ({
  automountServiceAccountToken: false,
  ...fields,
  initContainers: [{ name: 'setup', image, ...more.setup }],
  containers: [
    { name: 'app', image, ...more.app },
    { name: 'agent', image, ...more.agent },
  ],
});

const data = { volumes: [{ name: 'data', emptyDir: {} }] };
const memory = { volumes: [{ name: 'memory', emptyDir: { medium: 'Memory' } }] };
const port = { ports: [{ containerPort: 8080 }] };

type List = 'share' | 'keepApart';
type Row = [list: List, wish: Wish, spec: PodSpec, holds: boolean, asked: string, because: string];

const always = (what: string) => `Containers of a Pod always share one ${what}.`;
const sharedPid =
  'shareProcessNamespace is true: all containers of the Pod share one PID namespace, in which PID 1 is the pause process.';
const ownPid =
  'Each container has a PID namespace of its own unless shareProcessNamespace or hostPID is true.';
const filesOf = { files: '/data', writers: ['app'], readers: ['agent'] };
const mounted =
  'Volume data (emptyDir) is mounted at /data read-write in app and read-only in agent, and nowhere else.';
const otherwise = 'Volume data is not mounted at /data just as wished.';
const filesAsked = 'agent reads the files at /data that app writes';
const apartAsked = 'app and agent have no files at /data in common';

const rows: Row[] = [
  [
    'share',
    { network: ['app', 'agent'] },
    podOf(),
    true,
    'app and agent share the network namespace',
    always('network namespace'),
  ],
  ['share', 'ipc', podOf(), true, 'setup, app and agent share the IPC namespace', always('IPC namespace')],
  [
    'share',
    'hostname',
    podOf(),
    true,
    'setup, app and agent share the hostname (UTS namespace)',
    'The runtime makes one UTS namespace for the Pod, and every container joins it.',
  ],
  [
    'keepApart',
    'network',
    podOf(),
    false,
    'setup, app and agent do not share the network namespace',
    'setup, app and agent have one network namespace.',
  ],
  [
    'share',
    'pid',
    podOf({ shareProcessNamespace: true }),
    true,
    'setup, app and agent share processes (PID namespace)',
    sharedPid,
  ],
  [
    'share',
    'pid',
    podOf(),
    false,
    'setup, app and agent share processes (PID namespace)',
    'No one PID namespace holds setup, app and agent.',
  ],
  [
    'keepApart',
    { pid: ['app', 'agent'] },
    podOf(),
    true,
    'app and agent do not share processes (PID namespace)',
    'app and agent have no PID namespace in common.',
  ],
  [
    'keepApart',
    { pid: ['app', 'agent'] },
    podOf({ shareProcessNamespace: true }),
    false,
    'app and agent do not share processes (PID namespace)',
    'app and agent have one PID namespace.',
  ],
  [
    'share',
    'user',
    podOf({ hostUsers: false }),
    true,
    'setup, app and agent share a user namespace of the Pod',
    'hostUsers is false: the Pod has one user namespace with one mapping, shared by all its containers.',
  ],
  [
    'share',
    'user',
    podOf(),
    false,
    'setup, app and agent share a user namespace of the Pod',
    "Without hostUsers: false, all containers are in the node's user namespace: the same uid is the same user in each of them and on the node.",
  ],
  [
    'share',
    'shared-memory',
    podOf(),
    true,
    'setup, app and agent share /dev/shm (POSIX shared memory)',
    'The runtime makes one file system for the Pod (64 MiB in all) and mounts it at /dev/shm in every container.',
  ],
  [
    'share',
    'shared-memory',
    podOf(memory, { app: mount('memory', '/dev/shm') }),
    false,
    'setup, app and agent share /dev/shm (POSIX shared memory)',
    'No one /dev/shm holds setup, app and agent.',
  ],
  [
    'share',
    { 'shared-memory': '1Mi', among: ['app', 'agent'] },
    podOf(memory, { app: mount('memory', '/dev/shm'), agent: mount('memory', '/dev/shm') }),
    true,
    'app and agent share 1Mi of /dev/shm (POSIX shared memory)',
    "Volume memory is mounted at /dev/shm in place of the runtime's own.",
  ],
  [
    'share',
    { 'shared-memory': '1Mi', among: ['app', 'agent'] },
    podOf(),
    false,
    'app and agent share 1Mi of /dev/shm (POSIX shared memory)',
    'The runtime makes one file system for the Pod (64 MiB in all) and mounts it at /dev/shm in every container.',
  ],
  [
    'keepApart',
    { 'shared-memory': '1Mi', among: ['app', 'agent'] },
    podOf(memory, { agent: mount('memory', '/dev/shm') }),
    true,
    'app and agent do not share /dev/shm (POSIX shared memory)',
    'app and agent have no /dev/shm in common.',
  ],
  [
    'keepApart',
    'shared-memory',
    podOf(memory, { agent: mount('memory', '/dev/shm') }),
    false,
    'setup, app and agent do not share /dev/shm (POSIX shared memory)',
    'setup and app have one /dev/shm.',
  ],
  [
    'share',
    filesOf,
    podOf(data, { app: mount('data', '/data'), agent: mount('data', '/data', true) }),
    true,
    filesAsked,
    mounted,
  ],
  ['share', filesOf, podOf(), false, filesAsked, 'No volume is mounted at /data.'],
  [
    'share',
    filesOf,
    podOf(data, { app: mount('data', '/data'), agent: mount('data', '/data') }),
    false,
    filesAsked,
    otherwise,
  ],
  [
    'share',
    filesOf,
    podOf(data, { app: mount('data', '/data'), agent: mount('data', '/other', true) }),
    false,
    filesAsked,
    otherwise,
  ],
  [
    'share',
    filesOf,
    podOf(data, {
      setup: mount('data', '/data'),
      app: mount('data', '/data'),
      agent: mount('data', '/data', true),
    }),
    false,
    filesAsked,
    otherwise,
  ],
  [
    'share',
    { files: '/data', writers: ['setup', 'app'] },
    podOf(data, { setup: mount('data', '/data'), app: mount('data', '/data') }),
    true,
    'setup and app read and write the files at /data',
    'Volume data (emptyDir) is mounted at /data read-write in setup and app, and nowhere else.',
  ],
  [
    'share',
    { files: '/etc/app', readers: ['app'], configMap: 'settings' },
    podOf(
      { volumes: [{ name: 'settings', configMap: { name: 'settings' } }] },
      { app: mount('settings', '/etc/app') },
    ),
    true,
    'app reads the ConfigMap settings at /etc/app',
    'Volume settings (configMap) is mounted at /etc/app read-only in app, and nowhere else.',
  ],
  [
    'keepApart',
    { files: '/data', writers: ['app', 'agent'] },
    podOf(data, { app: mount('data', '/data'), setup: mount('data', '/data') }),
    true,
    apartAsked,
    'Each container has a mount namespace and a file system of its own, and no volume at /data is in two of them.',
  ],
  [
    'keepApart',
    { files: '/data', writers: ['app', 'agent'] },
    podOf(data, { app: mount('data', '/data'), agent: mount('data', '/data/below', true) }),
    false,
    apartAsked,
    'app and agent mount one volume at /data.',
  ],
  [
    'keepApart',
    { files: '/data/below', writers: ['app'] },
    podOf(data, { app: mount('data', '/data'), setup: mount('data', '/data') }),
    false,
    'app has no files at /data/below in common with any other container',
    'setup and app mount one volume at /data/below.',
  ],
  [
    'keepApart',
    { files: '/data', writers: ['app', 'agent'] },
    podOf({ shareProcessNamespace: true }),
    false,
    apartAsked,
    "app and agent see each other's processes, and reach each other's files in /proc/PID/root.",
  ],
  [
    'keepApart',
    { files: '/data', writers: ['agent'] },
    podOf({ hostPID: true }),
    false,
    'agent has no files at /data in common with any other container',
    "agent and app see each other's processes, and reach each other's files in /proc/PID/root.",
  ],
  [
    'keepApart',
    { files: '/data', writers: ['setup'] },
    podOf({ shareProcessNamespace: true }),
    true,
    'setup has no files at /data in common with any other container',
    'Each container has a mount namespace and a file system of its own, and no volume at /data is in two of them.',
  ],
  [
    'keepApart',
    { 'shared-memory': '1Mi', among: ['app', 'agent'] },
    podOf({ ...memory, shareProcessNamespace: true }, { agent: mount('memory', '/dev/shm') }),
    false,
    'app and agent do not share /dev/shm (POSIX shared memory)',
    "app and agent see each other's processes, and reach each other's files in /proc/PID/root.",
  ],
  [
    'share',
    { port: 8080, server: 'app', clients: ['agent'] },
    podOf({}, { app: port }),
    true,
    'agent connects to port 8080 of app over localhost',
    'app declares port 8080/TCP. Containers of a Pod always share one network namespace. app and agent run at the same time.',
  ],
  [
    'share',
    { port: 8080, server: 'app' },
    podOf({}, { app: port, agent: port }),
    false,
    'app listens on port 8080',
    'app does not declare port 8080/TCP, or not alone.',
  ],
  [
    'share',
    { port: 8080, server: 'app', clients: ['setup'] },
    podOf({}, { app: port }),
    false,
    'setup connects to port 8080 of app over localhost',
    'app and setup never meet on localhost.',
  ],
  [
    'keepApart',
    { port: 8080, server: 'app', clients: ['setup'] },
    podOf({}, { app: port }),
    true,
    'setup cannot connect to port 8080 of app over localhost',
    'app never runs at the same time as setup.',
  ],
  [
    'keepApart',
    { port: 8080, server: 'app' },
    podOf({}, { app: port }),
    false,
    'setup and agent cannot connect to port 8080 of app over localhost',
    'app and agent run at the same time and share localhost.',
  ],
  [
    'share',
    'host-network',
    podOf({ hostNetwork: true }),
    true,
    'The Pod is in the network namespace of the node',
    "hostNetwork is true: the containers are in the node's network namespace, with every other hostNetwork Pod on the node.",
  ],
  [
    'share',
    'host-ipc',
    podOf(),
    false,
    'The Pod is in the IPC namespace of the node',
    always('IPC namespace'),
  ],
  ['keepApart', 'host-pid', podOf(), true, 'The Pod is not in the PID namespace of the node', ownPid],
  [
    'keepApart',
    'host-pid',
    podOf({ hostPID: true }),
    false,
    'The Pod is not in the PID namespace of the node',
    "hostPID is true: the containers are in the node's PID namespace and see every process on the node, each other's included.",
  ],
];

test.each(rows)('%s %j on %j: %s', (list, wish, spec, holds, asked, because) => {
  const plan = makePlan({ name: 'web', containers, [list]: [wish] }, defaultOptions);
  const [placed] = plan.wishes;
  if (placed === undefined) throw new Error('No wish');
  const ruling = rule(placed, plan);
  expect({ asked: ruling.asked, ...ruling.prove(reportOf(spec)) }).toEqual({ asked, holds, because });
});
