import type { PodReport } from '../../model/report.ts';
import { listNames } from '../list-names.ts';
import { isWithin } from '../volumes/paths.ts';
import { refuseFiles } from './files-refusals.ts';
import { refuseSeparatePath } from './mount-path.ts';
import { inStartOrder, type Plan } from './plan.ts';
import type { Addition, Evidence, Ruling } from './ruling.ts';
import { type FilesWish, membersOf } from './wish.ts';

/**
 * Files: containers have separate file systems, and what they share is a volume that each of them mounts: an emptyDir that
 * somebody writes, or the files of a ConfigMap or Secret. One volume for each wish, at the same path everywhere, read-only
 * for who only reads.
 *
 * @see kubernetes `pkg/kubelet/kubelet_pods.go`, makeMounts
 */
export function files(wish: FilesWish, plan: Plan): Ruling {
  const { path } = wish;
  if (wish.list === 'keepApart') {
    const named = membersOf(wish);
    return {
      asked:
        named.length === 1
          ? `${named[0]} has no files at ${path} in common with any other container`
          : `${listNames(named)} have no files at ${path} in common`,
      refusals: refuseSeparatePath(path),
      addition: {},
      prove: (report) => proveApart(report, path, named),
    };
  }
  return {
    asked: inWords(wish),
    refusals: refuseFiles(wish, plan),
    addition: addition(wish),
    prove: (report) => prove(report, wish, plan),
  };
}

function inWords({ path, writers, readers, source }: FilesWish): string {
  const [write, read] = [listNames(writers), listNames(readers)];
  const verb = (names: readonly string[], one: string) => (names.length === 1 ? `${one}s` : one);
  if (source !== undefined) {
    return `${read} ${verb(readers, 'read')} the ${titles[source.type]} ${source.name} at ${path}`;
  }
  return readers.length === 0
    ? `${write} read and write the files at ${path}`
    : `${read} ${verb(readers, 'read')} the files at ${path} that ${write} ${verb(writers, 'write')}`;
}

const titles = { configMap: 'ConfigMap', secret: 'Secret' } as const;

function addition(wish: FilesWish): Addition {
  const { path, writers, readers, source } = wish;
  const [write, read] = [listNames(writers), listNames(readers)];
  const mounts = [
    ...writers.map((container) => ({ container, path, readOnly: false })),
    ...readers.map((container) => ({ container, path, readOnly: true })),
  ];
  const name = path.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  if (source?.type === 'configMap' || source?.type === 'secret') {
    const title = titles[source.type];
    return {
      volumes: [
        {
          name,
          source:
            source.type === 'configMap'
              ? { configMap: { name: source.name } }
              : { secret: { secretName: source.name } },
          comment: `The Pod waits until the ${title} is there. Read by ${read}, written by nobody.`,
          mounts,
        },
      ],
      says: [
        `The ${title} ${source.name}, which must be there, is mounted at ${path} in ${read}, read-only as always.`,
      ],
    };
  }
  const isRead = readers.length > 0;
  return {
    volumes: [
      {
        name,
        source: { emptyDir: {} },
        comment: `Written by ${write}${isRead ? `, read by ${read}` : ''}. Empty at first, gone with the Pod.`,
        mounts,
      },
    ],
    says: [
      `An emptyDir is mounted at ${path} in ${write}${isRead ? `, and read-only in ${read}` : ''}: it is empty at first and lives as long as the Pod.`,
    ],
  };
}

/** All that the report has on the volume: the mounts and nothing but them, and one tree that all of them see. */
function prove(report: PodReport, wish: FilesWish, plan: Plan): Evidence {
  const { path, writers, readers } = wish;
  const members = inStartOrder(plan, membersOf(wish));
  const isOurs = ({ container, path: at }: { container: string; path: string }) =>
    at === path && members.includes(container);
  const volume = report.volumes.find(({ mounts }) => mounts.some(isOurs));
  if (volume === undefined) return { holds: false, because: `No volume is mounted at ${path}.` };

  const mounts = volume.mounts.map(({ container, path: at, access }) => `${container} ${at} ${access}`);
  const wanted = members.map(
    (name) => `${name} ${path} ${writers.includes(name) ? 'read-write' : 'read-only'}`,
  );
  const trees = volume.overlaps.map((tree) => `${tree.containers} ${tree.writers}`);
  const wantedTrees = members.length > 1 ? [`${members} ${inStartOrder(plan, writers)}`] : [];
  if (!isEqual(mounts, wanted) || !isEqual(trees, wantedTrees)) {
    return { holds: false, because: `Volume ${volume.name} is not mounted at ${path} just as wished.` };
  }
  const parts = [
    ...(writers.length > 0 ? [`read-write in ${listNames(writers)}`] : []),
    ...(readers.length > 0 ? [`read-only in ${listNames(readers)}`] : []),
  ];
  return {
    holds: true,
    because: `Volume ${volume.name} (${volume.type}) is mounted at ${path} ${parts.join(' and ')}, and nowhere else.`,
  };
}

const isEqual = (a: readonly string[], b: readonly string[]): boolean => a.join('\n') === b.join('\n');

function proveApart({ volumes }: PodReport, path: string, named: readonly string[]): Evidence {
  const crowd = volumes.flatMap(({ mounts, overlaps }) => {
    const there = mounts.filter(({ path: at }) => isWithin(at, path) || isWithin(path, at));
    const present = (name: string) => there.some(({ container }) => container === name);
    return overlaps.map(({ containers }) => containers.filter(present));
  });
  const meets = (names: readonly string[]) =>
    names.length > 1 &&
    (named.length === 1
      ? names.some((name) => named.includes(name))
      : names.filter((name) => named.includes(name)).length > 1);
  const met = crowd.find(meets);
  return met === undefined
    ? {
        holds: true,
        because: `Each container has a mount namespace and a file system of its own, and no volume at ${path} is in two of them.`,
      }
    : { holds: false, because: `${listNames(met)} mount one volume at ${path}.` };
}
