import type { Instance, PodReport } from '../../model/report.ts';
import type { NamespaceKind, RuntimeMountPath } from '../../model/vocabulary.ts';
import { listNames } from '../list-names.ts';
import { findMeeting } from './plan.ts';
import type { Evidence } from './ruling.ts';

/** The instances of one kind of namespace. */
export const namespacesOf = (report: PodReport, kind: NamespaceKind): readonly Instance[] =>
  report.namespaces.find((sharing) => sharing.kind === kind)?.instances ?? [];

/** The instances of one runtime mount. */
export const mountsAt = (report: PodReport, path: RuntimeMountPath): readonly Instance[] =>
  report.runtimeMounts.find((mount) => mount.path === path)?.instances ?? [];

/** Finds the one instance that holds all of some containers. */
export const holdingAll = (instances: readonly Instance[], names: readonly string[]): Instance | undefined =>
  instances.find(({ containers }) => names.every((name) => containers.includes(name)));

/** Evidence that some containers are in one instance; `what` names its kind. */
export function together(instances: readonly Instance[], names: readonly string[], what: string): Evidence {
  const instance = holdingAll(instances, names);
  return instance === undefined
    ? { holds: false, because: `No one ${what} holds ${listNames(names)}.` }
    : { holds: true, because: instance.because.text };
}

/**
 * Against evidence that files are apart: two of some containers that see each other's processes, and with them the whole file
 * system of the other in /proc/PID/root, unless users or capabilities keep them from it.
 *
 * @param names - A single one stands for itself and all others.
 */
export function reachable(
  { namespaces, containers }: PodReport,
  names: readonly string[],
): Evidence | undefined {
  const instances = namespaces.find(({ kind }) => kind === 'pid')?.instances ?? [];
  for (const instance of instances) {
    const there = containers.filter(({ name }) => instance.containers.includes(name));
    const met = findMeeting(there, names);
    if (met !== undefined)
      return {
        holds: false,
        because: `${listNames(met)} see each other's processes, and reach each other's files in /proc/PID/root.`,
      };
  }
  return undefined;
}

/** Evidence that no two of some containers are in one instance; `what` names its kind. */
export function apart(instances: readonly Instance[], names: readonly string[], what: string): Evidence {
  const crowded = instances
    .map(({ containers }) => containers.filter((name) => names.includes(name)))
    .find(({ length }) => length > 1);
  return crowded === undefined
    ? { holds: true, because: `${listNames(names)} have no ${what} in common.` }
    : { holds: false, because: `${listNames(crowded)} have one ${what}.` };
}
