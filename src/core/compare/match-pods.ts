import { groupBy } from '../../model/group-by.ts';
import type { PodReport } from '../../model/report.ts';
import { type Match, matchUp } from './match-up.ts';
import { withoutItems } from './place.ts';

/**
 * Says which Pod of one manifest is which of the other: by kind, Kubernetes namespace and name of its object, nothing
 * else. Those make an object to the API server, so a Pod that becomes a Deployment of the same name is gone, and new.
 *
 * Several Pods may have one such name: objects without a name, one that is written twice, a kind with several Pods in one
 * object. Among these, those that say the same at the same place are paired first, then by place and containers, by
 * containers, by place, and the rest in order.
 *
 * @returns The Pods of `after` in text order, then those that are gone.
 */
export function matchPods(before: readonly PodReport[], after: readonly PodReport[]): Match<PodReport>[] {
  const was = groupBy(before, podLabel);
  const is = groupBy(after, podLabel);
  const matches = [...new Set([...is.keys(), ...was.keys()])].flatMap((label) =>
    matchNamesakes(was.get(label) ?? [], is.get(label) ?? []),
  );
  const order = new Map([...after, ...before].map((pod, i) => [pod, i]));
  const orderOf = (match: Match<PodReport>) => order.get(podOf(match)) ?? 0;
  return matches.sort((x, y) => orderOf(x) - orderOf(y));
}

/** The Pod as it is now, or as it was when it is gone. */
export const podOf = (match: Match<PodReport>): PodReport =>
  match.after === null ? match.before : match.after;

/**
 * How a comparison calls a Pod.
 *
 * @example podLabel(report) // => 'Deployment/default/web'
 */
export const podLabel = ({ source }: PodReport): string =>
  `${source.kind}/${source.namespace}/${source.name ?? '(no name)'}`;

const matchNamesakes = (before: readonly PodReport[], after: readonly PodReport[]): Match<PodReport>[] =>
  matchUp(before, after, before.length < 2 && after.length < 2 ? [podLabel] : namesakeKeys);

const placeOf = ({ source }: PodReport): string => withoutItems(source.pointer);
const namesOf = ({ containers }: PodReport): string => JSON.stringify(containers.map(({ name }) => name));

const namesakeKeys: readonly ((pod: PodReport) => string)[] = [
  (pod) => `${placeOf(pod)} ${contentOf(pod)}`,
  (pod) => `${placeOf(pod)} ${namesOf(pod)}`,
  namesOf,
  placeOf,
  podLabel,
];

/** All a report says of a Pod but for where it stands. */
const contentOf = (pod: PodReport): string =>
  JSON.stringify(pod, (key, value) => (placeKeys.has(key) ? undefined : value));

const placeKeys = new Set(['id', 'source', 'pointer', 'range']);
