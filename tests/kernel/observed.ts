import { namespaceKinds, type RuntimeMountPath, runtimeMountPaths } from '../../src/model/vocabulary.ts';
import { type Facts, forPairs, printInstance, printTrees, record } from './facts.ts';
import type { Identity, Seen, Sight, Surroundings } from './observe.ts';

/**
 * Puts what was seen into facts.
 *
 * @param sights - One for each container, in start order.
 */
export const observedFacts = (
  sights: readonly Sight[],
  node: Surroundings,
  sandbox: Surroundings,
): Facts => ({
  namespaces: record(namespaceKinds, (kind) =>
    groupBy(sights, ({ namespaces }) => namespaces[kind])
      .map(([identity, names]) => {
        if (identity === node.namespaces[kind]) return printInstance('node', null, names);
        if (identity === sandbox.namespaces[kind]) return printInstance('pod', null, names);
        return printInstance('container', names[0] ?? '', names);
      })
      .sort(),
  ),
  runtimeMounts: record(runtimeMountPaths, (path) =>
    groupBy(sights, ({ runtimeMounts }) => runtimeMounts[path])
      .map(([identity, names]) => printInstance(scopeAt(path, identity, sights, node), null, names))
      .sort(),
  ),
  relations: forPairs(sights, (a, b) =>
    record(namespaceKinds, (kind) => {
      if (a.namespaces[kind] !== b.namespaces[kind]) return 'separate';
      return a.namespaces[kind] === node.namespaces[kind] ? 'shared-with-node' : 'shared';
    }),
  ),
  hostnames: Object.fromEntries(sights.map(({ container, hostname }) => [container, hostname])),
  mounts: Object.fromEntries(
    sights.flatMap(({ container, seen }) =>
      seen
        .filter(({ isMountPoint }) => isMountPoint)
        .map(({ path, place, writable }) => [
          `${container} ${path}`,
          `${place} ${writable ? 'read-write' : 'read-only'}`,
        ]),
    ),
  ),
  sharedTrees: forPairs(sights, (a, b) => printTrees(treesOfBoth(a, b))),
});

const groupBy = (
  sights: readonly Sight[],
  identityOf: (sight: Sight) => Identity,
): [Identity, string[]][] => {
  const groups = new Map<Identity, string[]>();
  for (const sight of sights) {
    const identity = identityOf(sight);
    groups.set(identity, [...(groups.get(identity) ?? []), sight.container]);
  }
  return [...groups];
};

/** Whose file or file system is at a path where the runtime mounts its own. */
const scopeAt = (
  path: RuntimeMountPath,
  identity: Identity,
  sights: readonly Sight[],
  node: Surroundings,
): string => {
  if (identity === node.runtimeMounts[path]) return 'node';
  const group = sights.filter(({ runtimeMounts }) => runtimeMounts[path] === identity);
  return group.some(({ seen }) => seen.some((entry) => entry.path === path)) ? 'volume' : 'pod';
};

/** The places that both see, with those of the two that can write there. */
const treesOfBoth = (a: Sight, b: Sight): ReadonlyMap<string, readonly string[]> => {
  const common = a.seen.map(({ place }) => place).filter((place) => at(b, place).length > 0);
  const writersOf = (place: string): string[] =>
    [a, b]
      .filter((sight) => at(sight, place).some(({ writable }) => writable))
      .map(({ container }) => container);
  return new Map(common.map((place) => [place, writersOf(place)]));
};

const at = ({ seen }: Sight, place: string): readonly Seen[] => seen.filter((entry) => entry.place === place);
