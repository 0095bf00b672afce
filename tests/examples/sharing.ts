import type { PodReport } from '../../src/model/report.ts';
import type { NamespaceKind, SharingKind } from '../../src/model/vocabulary.ts';

/** What every Pod of two containers shares, whatever it asks for: to claim it is to say what the example is about. */
export const sharedByDefault: ReadonlySet<SharingKind> = new Set([
  'network',
  'ipc',
  'hostname',
  'shared-memory',
]);

/** Says of each kind of sharing whether containers of a Pod share it, as its report has it. */
export const isShared: Readonly<Record<SharingKind, (pod: PodReport) => boolean>> = {
  network: (pod) => isPodScoped(pod, 'network'),
  ipc: (pod) => isPodScoped(pod, 'ipc'),
  hostname: (pod) => isPodScoped(pod, 'uts'),
  pid: (pod) => isPodScoped(pod, 'pid'),
  user: (pod) => isPodScoped(pod, 'user'),
  'shared-memory': ({ runtimeMounts }) =>
    runtimeMounts.some(
      ({ path, instances }) =>
        path === '/dev/shm' &&
        instances.some(({ scope, containers }) => scope !== 'node' && containers.length > 1),
    ),
  files: ({ volumes }) =>
    volumes.some(({ origin, overlaps }) => origin === 'declared' && overlaps.length > 0),
  port: ({ ports, pairs = [] }) =>
    pairs.some(
      ({ a, b, channels }) =>
        ports.some(({ containers }) => containers.includes(a) || containers.includes(b)) &&
        channels.some(({ kind, verdict }) => kind === 'localhost' && verdict === 'yes'),
    ),
  'host-network': (pod) => isNodeScoped(pod, 'network'),
  'host-ipc': (pod) => isNodeScoped(pod, 'ipc'),
  'host-pid': (pod) => isNodeScoped(pod, 'pid'),
};

const instancesOf = ({ namespaces }: PodReport, kind: NamespaceKind) =>
  namespaces.find((namespace) => namespace.kind === kind)?.instances ?? [];

const isPodScoped = (pod: PodReport, kind: NamespaceKind): boolean =>
  instancesOf(pod, kind).some(({ scope, containers }) => scope !== 'node' && containers.length > 1);

const isNodeScoped = (pod: PodReport, kind: NamespaceKind): boolean =>
  instancesOf(pod, kind).some(({ scope }) => scope === 'node');
