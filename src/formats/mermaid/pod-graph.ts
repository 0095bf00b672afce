import type { Instance, PodReport, VolumeReport } from '../../model/report.ts';
import { roleNouns } from '../../model/role-nouns.ts';
import type { NamespaceKind } from '../../model/vocabulary.ts';
import { quote } from './statement.ts';

/** How much of one Pod is drawn. */
const MOST_CONTAINERS = 12;
const MOST_VOLUMES = 8;
const MOST_EDGES = 90;

/** The statements of one Pod: what stands in its frame, and the lines between the things in it. */
export type PodGraph = { readonly nodes: readonly string[]; readonly edges: readonly string[] };

/** Draws one Pod. All ids are made of the number of the Pod, never of a name. */
export function podGraph(pod: PodReport, podIndex: number): PodGraph {
  const id = `p${podIndex}`;
  const containers = pod.containers.slice(0, MOST_CONTAINERS);
  const idOf = new Map(containers.map(({ name }, i) => [name, `${id}c${i}`]));
  const mounted = pod.volumes.filter(({ origin, mounts }) => origin === 'declared' && mounts.length > 0);
  const volumes = mounted.slice(0, MOST_VOLUMES);
  const groups = groupShared(pod);
  const edges = [
    ...groups.flatMap(({ members }, i) => joinMembers(members, idOf, `${id}s${i}`)),
    ...volumes.flatMap((volume, i) => joinMounts(volume, idOf, `${id}v${i}`)),
  ];
  const isCut =
    pod.containers.length > MOST_CONTAINERS || mounted.length > MOST_VOLUMES || edges.length > MOST_EDGES;
  return {
    nodes: [
      ...containers.map(({ name, role }, i) => `${id}c${i}[${quote(name, roleNouns[role])}]`),
      ...groups.map(
        ({ titles, paint }, i) => `${id}s${i}{{${quote(prefixes[paint], titles.join(', '))}}}:::${paint}`,
      ),
      ...volumes.map(({ name, type }, i) => `${id}v${i}[(${quote(name, type)})]`),
      ...(isCut ? [`${id}more[${quote('more is in the report')}]`] : []),
    ],
    edges: edges.slice(0, MOST_EDGES),
  };
}

const kinds: Readonly<Record<NamespaceKind, string>> = {
  network: 'network',
  ipc: 'IPC',
  uts: 'hostname',
  pid: 'processes',
  mount: 'mounts',
  user: 'users',
  cgroup: 'cgroup',
  time: 'clocks',
};

type Group = {
  readonly paint: keyof typeof prefixes;
  readonly members: readonly string[];
  readonly titles: string[];
};

/** What the same containers share is one node; what a container has alone is none. */
function groupShared({ namespaces, runtimeMounts }: PodReport): Group[] {
  const groups = new Map<string, Group>();
  const shares = [
    ...namespaces.map(({ kind, instances }) => ({ title: kinds[kind], instances })),
    ...runtimeMounts
      .filter(({ path }) => path === '/dev/shm')
      .map(({ path, instances }) => ({ title: path, instances })),
  ];
  for (const { title, instances } of shares) {
    for (const instance of instances) {
      if (instance.scope !== 'node' && instance.containers.length < 2) continue;
      const paint = paintOf(instance);
      const key = JSON.stringify([paint, instance.containers]);
      const group = groups.get(key);
      if (group) group.titles.push(title);
      else groups.set(key, { paint, members: instance.containers, titles: [title] });
    }
  }
  return [...groups.values()];
}

const paintOf = ({ scope, because }: Instance): keyof typeof prefixes => {
  if (scope !== 'node') return 'shared';
  return because.pointer === null ? 'node' : 'host';
};

const prefixes = {
  shared: 'shared',
  node: "the node's, as always",
  host: "the node's, as the Pod asks",
} as const;

const joinMembers = (members: readonly string[], idOf: ReadonlyMap<string, string>, to: string): string[] =>
  members.flatMap((name) => idOf.get(name) ?? []).map((from) => `${from} --- ${to}`);

/** An arrow into the volume for who writes, one out of it for who reads. */
const joinMounts = ({ mounts }: VolumeReport, idOf: ReadonlyMap<string, string>, volume: string): string[] =>
  mounts.flatMap(({ container, path, access }) => {
    const id = idOf.get(container);
    if (id === undefined) return [];
    const label = quote(path);
    return access === 'read-write' ? `${id} <-->|${label}| ${volume}` : `${volume} -->|${label}| ${id}`;
  });
