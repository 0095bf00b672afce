import type { Proof } from '../../model/generate.ts';
import type { Instance, PodReport } from '../../model/report.ts';
import type { SharingKind } from '../../model/vocabulary.ts';
import { listNames } from '../list-names.ts';
import { mountsAt, namespacesOf } from './evidence.ts';
import type { Evidence } from './ruling.ts';

type Reading = { readonly asked: string; readonly find: (report: PodReport) => string | undefined };

/** Of two containers or more in one instance, what the report says. */
const crowded = (instances: readonly Instance[]): string | undefined => {
  const instance = instances.find(({ containers }) => containers.length > 1);
  return instance && `${listNames(instance.containers)}: ${instance.because.text}`;
};

const ofNode = (instances: readonly Instance[]): string | undefined =>
  instances.find(({ scope }) => scope === 'node')?.because.text;

const readings: Readonly<Record<SharingKind, Reading>> = {
  network: {
    asked: 'Containers share the network namespace',
    find: (report) => crowded(namespacesOf(report, 'network')),
  },
  ipc: {
    asked: 'Containers share the IPC namespace',
    find: (report) => crowded(namespacesOf(report, 'ipc')),
  },
  hostname: {
    asked: 'Containers share the hostname (UTS namespace)',
    find: (report) => crowded(namespacesOf(report, 'uts')),
  },
  pid: {
    asked: 'Containers share processes (PID namespace)',
    find: (report) => crowded(namespacesOf(report, 'pid')),
  },
  user: {
    asked: 'Containers share a user namespace of the Pod',
    // Without a field that is the user namespace of the node, in which everything is.
    find: (report) => crowded(namespacesOf(report, 'user').filter(({ scope }) => scope === 'pod')),
  },
  'shared-memory': {
    asked: 'Containers share /dev/shm (POSIX shared memory)',
    find: (report) => crowded(mountsAt(report, '/dev/shm')),
  },
  files: { asked: 'Containers share files', find: findFiles },
  port: { asked: 'A container listens on localhost for the others', find: findPort },
  'host-network': {
    asked: 'The Pod is in the network namespace of the node',
    find: (report) => ofNode(namespacesOf(report, 'network')),
  },
  'host-ipc': {
    asked: 'The Pod is in the IPC namespace of the node',
    find: (report) => ofNode(namespacesOf(report, 'ipc')),
  },
  'host-pid': {
    asked: 'The Pod is in the PID namespace of the node',
    find: (report) => ofNode(namespacesOf(report, 'pid')),
  },
};

/** Reads from a report whether containers share something of a kind, without saying which they should be. */
export function proveShared(kind: SharingKind, report: PodReport): Proof {
  const { asked, find } = readings[kind];
  const because = find(report);
  const evidence: Evidence =
    because === undefined
      ? { holds: false, because: 'The report has nothing of it.' }
      : { holds: true, because };
  return { asked, ...evidence };
}

function findFiles({ volumes }: PodReport): string | undefined {
  for (const { name, type, origin, overlaps } of volumes) {
    const [tree] = overlaps;
    // Nobody means the service-account token by it.
    if (tree === undefined || origin === 'implicit') continue;
    const { containers, writers } = tree;
    const who = writers.length === 0 ? 'none of them writes' : `${listNames(writers)} may write`;
    return `${listNames(containers)} mount volume ${name} (${type}); ${who}.`;
  }
  return undefined;
}

function findPort(report: PodReport): string | undefined {
  const [declared] = report.ports;
  const network = namespacesOf(report, 'network').find(({ containers }) => containers.length > 1);
  return (
    declared &&
    network &&
    `${listNames(declared.containers)} listens on port ${declared.port}/${declared.protocol}. ${network.because.text}`
  );
}
