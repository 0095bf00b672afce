import type { Observation, PodManifest } from '../../../../src/model/manifest.ts';
import type { Options } from '../../../../src/model/options.ts';
import type { Container, PodSpec } from '../../../../src/model/pod.ts';

/**
 * A PodSpec and what one check says of it, by pointer; nothing when it keeps silent. A message, or each part of one, that
 * does not begin with `The` or `Ephemeral` follows "The API server refuses it at ".
 */
export type Row = {
  readonly what: string;
  readonly spec: PodSpec;
  readonly given?: Partial<PodManifest>;
  readonly options?: Partial<Options>;
  readonly found?: Readonly<Record<string, string | readonly string[]>>;
};

/** Rows by the id of the check they are about. */
export type Rows = Readonly<Record<string, readonly Row[]>>;

export const app = { name: 'app', image: 'busybox' };
export const sidecar = { name: 'proxy', image: 'busybox', restartPolicy: 'Always' };
export const init = { name: 'setup', image: 'busybox' };
export const debug = { name: 'debug', image: 'busybox' };
export const withApp = (more: Container): PodSpec => ({ containers: [{ ...app, ...more }] });
export const withVolume = (volume: NonNullable<PodSpec['volumes']>[number]): PodSpec => ({
  containers: [app],
  volumes: [volume],
});
export const deployment = { kind: 'Deployment' };
export const at = (kubernetesVersion: Options['kubernetesVersion']) => ({ kubernetesVersion });
export const wrongTypeAt = (pointer: string): Observation => ({
  kind: 'wrong-type',
  pointer,
  expected: 'string',
  found: 'integer',
});
export const wrongType = (pointer: string): Partial<PodManifest> => ({
  observations: [wrongTypeAt(pointer)],
});

export const dnsLabel =
  "a lowercase RFC 1123 label has letters, digits and '-', begins and ends with a letter or digit, and is at most 63 characters long";
export const dnsSubdomain =
  "a lowercase RFC 1123 subdomain has RFC 1123 labels joined by '.', and is at most 253 characters long";
export const portName =
  "a port name has lower-case letters, digits and single '-' inside, at least one letter, and is at most 15 characters long";
export const portRange = 'must be between 1 and 65535, inclusive';
