import type { Analysis, CrossPodSharing } from './report.ts';

/** Lists documents, each followed by the items of a List in it, in text order. */
export const listParts = <D extends { readonly items?: readonly I[] | undefined }, I>(
  documents: readonly D[],
): (D | NonNullable<D['items']>[number])[] =>
  documents.flatMap((document) => [document, ...(document.items ?? [])]);

/** The same without `pairs`, which the instances say in linear space. */
export const withoutPairs = (analysis: Analysis): Analysis => ({
  ...analysis,
  pods: analysis.pods.map(({ pairs: _, ...pod }) => pod),
});

/** The names of the containers that share something across Pods, by the id of their Pod, in the order given. */
export function membersByPod(members: CrossPodSharing['members']): ReadonlyMap<string, readonly string[]> {
  const containers = new Map<string, string[]>(members.map(({ pod }) => [pod, []]));
  for (const { pod, container } of members) containers.get(pod)?.push(container);
  return containers;
}
