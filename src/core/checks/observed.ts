import { groupBy } from '../../model/group-by.ts';
import type { Observation, PodManifest } from '../../model/manifest.ts';

type Kind = Observation['kind'];
type Seen<K extends Kind> = Extract<Observation, { kind: K }>;

/** What the reader saw of one kind, in text order. */
export const observed = <K extends Kind>({ observations }: PodManifest, kind: K): Seen<K>[] =>
  pick(observations, kind);

/** What the reader saw of one kind at one place. Cheap: it is asked for each finding, and there may be many. */
export function observedAt<K extends Kind>(
  { observations }: PodManifest,
  kind: K,
  pointer: string,
): Seen<K>[] {
  const known = byPlace.get(observations) ?? groupBy(observations, (seen) => seen.pointer);
  byPlace.set(observations, known);
  return pick(known.get(pointer) ?? [], kind);
}

const byPlace = new WeakMap<readonly Observation[], ReadonlyMap<string, readonly Observation[]>>();

const pick = <K extends Kind>(observations: readonly Observation[], kind: K): Seen<K>[] =>
  observations.filter((seen): seen is Seen<K> => seen.kind === kind);
