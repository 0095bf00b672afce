import type { Observation, PodManifest } from '../../model/manifest.ts';

/** What the reader saw of one kind, in text order. */
export const observed = <Kind extends Observation['kind']>(
  { observations }: PodManifest,
  kind: Kind,
): Extract<Observation, { kind: Kind }>[] =>
  observations.filter((seen): seen is Extract<Observation, { kind: Kind }> => seen.kind === kind);
