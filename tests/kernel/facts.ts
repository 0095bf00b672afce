import type { NamespaceKind, PairRelation, RuntimeMountPath } from '../../src/model/vocabulary.ts';

/**
 * What the report and the kernel can both say of a Pod, in one form and in words, so that a difference reads well.
 */
export type Facts = {
  /** Instances: `pod: app sidecar`, `container app: app debugger`. */
  readonly namespaces: Readonly<Record<NamespaceKind, readonly string[]>>;
  /** Instances: as above; `volume: app` where a volume is mounted at that path. */
  readonly runtimeMounts: Readonly<Record<RuntimeMountPath, readonly string[]>>;
  /** By pair (`app sidecar`). */
  readonly relations: Readonly<Record<string, Readonly<Record<NamespaceKind, PairRelation>>>>;
  /** By container. */
  readonly hostnames: Readonly<Record<string, string>>;
  /** By container and path (`app /var/log`): what of the storage is there, and the access (`volumes/logs read-write`). */
  readonly mounts: Readonly<Record<string, string>>;
  /** By pair: the topmost trees of the storage that both see and who of them writes there (`volumes/logs: app`). */
  readonly sharedTrees: Readonly<Record<string, readonly string[]>>;
};

/** One instance of a namespace or a runtime mount, in words. */
export const printInstance = (scope: string, owner: string | null, containers: readonly string[]): string =>
  `${owner === null ? scope : `${scope} ${owner}`}: ${containers.join(' ')}`;

/** Trees by place, with those of two containers that write there; the trees below another one are left out. */
export const printTrees = (writers: ReadonlyMap<string, readonly string[]>): readonly string[] =>
  [...writers]
    .filter(([place]) => ![...writers.keys()].some((above) => place.startsWith(`${above}/`)))
    .map(([place, names]) => `${place}: ${names.join(' ')}`)
    .sort();

/** A value for every pair of containers, `a` before `b`. */
export const forPairs = <Container extends { readonly container: string }, Value>(
  containers: readonly Container[],
  make: (a: Container, b: Container) => Value,
): Readonly<Record<string, Value>> =>
  Object.fromEntries(
    containers.flatMap((a, i) =>
      containers.slice(i + 1).map((b) => [`${a.container} ${b.container}`, make(a, b)]),
    ),
  );

/** A value for every key of a closed list. */
export const record = <Key extends string, Value>(
  keys: readonly Key[],
  make: (key: Key) => Value,
): Readonly<Record<Key, Value>> =>
  Object.fromEntries(keys.map((key) => [key, make(key)])) as Record<Key, Value>; // every key has a value
