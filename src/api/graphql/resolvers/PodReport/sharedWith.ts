import type { PodReport } from '../../../../model/report.ts';
import type { NamespaceKind } from '../../../../model/vocabulary.ts';

type SharedWith = {
  readonly container: string;
  readonly namespaces: NamespaceKind[];
  readonly runtimeMounts: string[];
  readonly volumes: string[];
};

/**
 * Lists what each other container of the Pod shares with one, in start order. It reads instances and overlaps alone, so
 * it answers for Pods, too, whose pairs are not listed; its cost is linear in them.
 *
 * @returns Null when the Pod has no such container.
 */
export function sharedWith(
  pod: PodReport,
  { container }: { readonly container: string },
): SharedWith[] | null {
  const others = pod.containers.filter(({ name }) => name !== container);
  if (others.length === pod.containers.length) return null;

  const entries = new Map(
    others.map(({ name }): [string, SharedWith] => [
      name,
      { container: name, namespaces: [], runtimeMounts: [], volumes: [] },
    ]),
  );
  const partnersIn = (groups: readonly { readonly containers: readonly string[] }[]): SharedWith[] => {
    const names = groups.flatMap(({ containers }) => (containers.includes(container) ? containers : []));
    return [...new Set(names)].flatMap((name) => entries.get(name) ?? []);
  };
  for (const { kind, instances } of pod.namespaces)
    for (const entry of partnersIn(instances)) entry.namespaces.push(kind);
  for (const { path, instances } of pod.runtimeMounts)
    for (const entry of partnersIn(instances)) entry.runtimeMounts.push(path);
  for (const { name, overlaps } of pod.volumes)
    for (const entry of partnersIn(overlaps)) entry.volumes.push(name);
  return [...entries.values()];
}
