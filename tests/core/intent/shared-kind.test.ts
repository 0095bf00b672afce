import { proveShared } from '../../../src/core/intent/shared-kind.ts';
import type { PodSpec } from '../../../src/model/pod.ts';
import { type SharingKind, sharingKinds } from '../../../src/model/vocabulary.ts';
import { reportOf } from '../../support/report-of.ts';

const a = { name: 'a', image: 'i' };
const b = { name: 'b', image: 'i' };
const mount = { volumeMounts: [{ name: 'data', mountPath: '/data' }] };
const volumes = [{ name: 'data', emptyDir: {} }];

/** A Pod that shares something of each kind, one that does not, and what is said of the first. */
const rows: Readonly<Record<SharingKind, readonly [shares: PodSpec, not: PodSpec, because: string]>> = {
  network: [
    { containers: [a, b] },
    { containers: [a] },
    'a and b: Containers of a Pod always share one network namespace.',
  ],
  ipc: [
    { containers: [a, b] },
    { containers: [a] },
    'a and b: Containers of a Pod always share one IPC namespace.',
  ],
  hostname: [
    { containers: [a, b] },
    { containers: [a] },
    'a and b: The runtime makes one UTS namespace for the Pod, and every container joins it.',
  ],
  pid: [
    { shareProcessNamespace: true, containers: [a, b] },
    { containers: [a, b] },
    'a and b: shareProcessNamespace is true: all containers of the Pod share one PID namespace, in which PID 1 is the pause process.',
  ],
  user: [
    { hostUsers: false, containers: [a, b] },
    { containers: [a, b] },
    'a and b: hostUsers is false: the Pod has one user namespace with one mapping, shared by all its containers.',
  ],
  'shared-memory': [
    { containers: [a, b] },
    { containers: [a] },
    'a and b: The runtime makes one file system for the Pod (64 MiB in all) and mounts it at /dev/shm in every container.',
  ],
  files: [
    {
      volumes,
      containers: [
        { ...a, ...mount },
        { ...b, ...mount },
      ],
    },
    { volumes, containers: [{ ...a, ...mount }, b] },
    'a and b mount volume data (emptyDir); a and b may write.',
  ],
  port: [
    { containers: [{ ...a, ports: [{ containerPort: 80 }] }, b] },
    { containers: [a, b] },
    'a listens on port 80/TCP. Containers of a Pod always share one network namespace.',
  ],
  'host-network': [
    { hostNetwork: true, containers: [a] },
    { containers: [a] },
    "hostNetwork is true: the containers are in the node's network namespace, with every other hostNetwork Pod on the node.",
  ],
  'host-ipc': [
    { hostIPC: true, containers: [a] },
    { containers: [a] },
    "hostIPC is true: the containers are in the node's IPC namespace and see its System V objects and message queues.",
  ],
  'host-pid': [
    { hostPID: true, containers: [a] },
    { containers: [a] },
    "hostPID is true: the containers are in the node's PID namespace and see every process on the node, each other's included.",
  ],
};

test.each(sharingKinds)('%s', (kind) => {
  const [shares, not, because] = rows[kind];
  const { asked } = proveShared(kind, reportOf(shares));
  expect(proveShared(kind, reportOf(shares))).toEqual({ asked, holds: true, because });
  expect(proveShared(kind, reportOf(not))).toEqual({
    asked,
    holds: false,
    because: 'The report has nothing of it.',
  });
});

test('files that nobody writes', () => {
  const spec = {
    volumes: [{ name: 'data', configMap: { name: 'c' } }],
    containers: [
      { ...a, ...mount },
      { ...b, ...mount },
    ],
  };
  expect(proveShared('files', reportOf(spec)).because).toBe(
    'a and b mount volume data (configMap); none of them writes.',
  );
});
