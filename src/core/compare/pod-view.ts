import { groupBy } from '../../model/group-by.ts';
import type {
  ContainerReport,
  Hostname,
  Instance,
  Pair,
  PodReport,
  Port,
  VolumeMountReport,
  VolumeReport,
} from '../../model/report.ts';
import type { ComparedSide, NamespaceKind, RuntimeMountPath } from '../../model/vocabulary.ts';
import { fieldAt } from '../field-at.ts';
import type { Pod } from '../pod.ts';
import { type DeclaredPort, groupPorts } from '../ports.ts';
import { type DeclaredVolume, declaredVolumes } from '../volumes/declared.ts';

/** What divides the containers of a Pod into those who share it and those who do not. */
export type Divider = NamespaceKind | RuntimeMountPath;

/** The report on a Pod, arranged for looking things up by name. Empty on a side where there is no such Pod. */
export type PodView = {
  readonly side: ComparedSide;
  /** Pointer of the PodSpec. */
  readonly pointer: string;
  readonly containers: ReadonlyMap<string, ContainerReport>;
  /** The instances of what applies, in report order. */
  readonly instances: ReadonlyMap<Divider, readonly Instance[]>;
  readonly instanceOf: (divider: Divider, container: string) => Instance | undefined;
  readonly volumes: ReadonlyMap<string, VolumeReport>;
  /** The same volumes as read, which say what storage they show. */
  readonly declared: ReadonlyMap<string, DeclaredVolume>;
  readonly mountsOf: (volume: string, container: string) => readonly VolumeMountReport[];
  /** By `pairKey`; undefined when the report lists none. */
  readonly pairs: ReadonlyMap<string, Pair> | undefined;
  readonly ports: readonly Port[];
  /** The declarations of each, by number and protocol. */
  readonly declaredPorts: ReadonlyMap<string, readonly DeclaredPort[]>;
  readonly hostname: Hostname | undefined;
  /** What a pointer into the PodSpec leads to, as read. */
  readonly valueAt: (pointer: string) => unknown;
};

/** A Pod on both sides. */
export type PodViews = { readonly before: PodView; readonly after: PodView };

/** The name of a pair, whichever of the two starts first. */
export const pairKey = (a: string, b: string): string => JSON.stringify(a < b ? [a, b] : [b, a]);

/**
 * Arranges a report. Linear in its size.
 *
 * @param podOf - Finds a Pod of that side as read by its id.
 */
export function viewPod(
  side: ComparedSide,
  report: PodReport | null,
  podOf: (id: string) => Pod | undefined,
): PodView {
  const pod = report === null ? undefined : podOf(report.id);
  const { containers = [], volumes = [], ports = [], hostname, source } = report ?? {};
  const instances = listInstances(report);
  const byContainer = new Map([...instances].map(([divider, list]) => [divider, indexContainers(list)]));
  const mounts = new Map(
    volumes.map((volume) => [volume.name, groupBy(volume.mounts, ({ container }) => container)]),
  );
  const pairs = report === null ? [] : report.pairs;
  return {
    side,
    pointer: source?.pointer ?? '',
    containers: new Map(containers.map((container) => [container.name, container])),
    instances,
    instanceOf: (divider, container) => byContainer.get(divider)?.get(container),
    volumes: new Map(volumes.map((volume) => [volume.name, volume])),
    declared: pod === undefined ? new Map() : declaredVolumes(pod),
    mountsOf: (volume, container) => mounts.get(volume)?.get(container) ?? [],
    pairs: pairs && new Map(pairs.map((pair) => [pairKey(pair.a, pair.b), pair])),
    ports,
    declaredPorts: pod === undefined ? new Map() : groupPorts(pod),
    hostname,
    valueAt: (pointer) => (pod === undefined ? undefined : fieldAt(pod.manifest, pointer)),
  };
}

function listInstances(report: PodReport | null): Map<Divider, readonly Instance[]> {
  const instances = new Map<Divider, readonly Instance[]>();
  for (const { kind, applies, instances: list } of report?.namespaces ?? [])
    if (applies) instances.set(kind, list);
  for (const { path, instances: list } of report?.runtimeMounts ?? []) instances.set(path, list);
  return instances;
}

const indexContainers = (instances: readonly Instance[]): Map<string, Instance> =>
  new Map(instances.flatMap((instance) => instance.containers.map((name) => [name, instance] as const)));
