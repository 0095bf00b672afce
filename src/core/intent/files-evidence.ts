import type { PodReport } from '../../model/report.ts';
import { listNames } from '../list-names.ts';
import { isWithin } from '../volumes/paths.ts';
import { reachable } from './evidence.ts';
import { inStartOrder, type Plan } from './plan.ts';
import type { Evidence } from './ruling.ts';
import { type FilesWish, membersOf } from './wish.ts';

/** That a volume is mounted as wished: by these containers, with this access, nowhere else, and that all see one tree of it. */
export function proveFiles(report: PodReport, wish: FilesWish, plan: Plan): Evidence {
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

/**
 * That no two of the containers named mount one volume at, above or below a path, nor see each other's processes; a single
 * one with nobody else.
 */
export function proveFilesApart(report: PodReport, path: string, named: readonly string[]): Evidence {
  const crowd = report.volumes.flatMap(({ mounts, overlaps }) => {
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
  if (met !== undefined) return { holds: false, because: `${listNames(met)} mount one volume at ${path}.` };
  return (
    reachable(report, named) ?? {
      holds: true,
      because: `Each container has a mount namespace and a file system of its own, and no volume at ${path} is in two of them.`,
    }
  );
}
