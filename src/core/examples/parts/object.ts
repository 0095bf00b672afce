import {
  restrictedContainer,
  restrictedPod,
  restrictedPodWith,
} from '../../security/pod-security/restricted.ts';
import { buildWorkload } from '../../workload.ts';
import type { Arguments, CommentedManifest, Kinds } from '../example.ts';
import { kindOf } from './kinds.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Puts a PodSpec into the object that the values ask for.
 *
 * @param comments - By pointer into the PodSpec.
 */
export function inObject(
  kinds: Kinds,
  values: Arguments,
  spec: Fields,
  comments: Readonly<Record<string, string>> = {},
): CommentedManifest {
  const { name = '', namespace } = values;
  const { manifest, pointer } = buildWorkload(kindOf(values, kinds), { name, namespace }, spec);
  return {
    manifest,
    comments: Object.fromEntries(
      Object.entries(comments).map(([place, comment]) => [`${pointer}${place}`, comment]),
    ),
  };
}

/** The fields of a PodSpec that passes level restricted and holds no credential for the API server: no example needs one. */
export const restrictedSpec = {
  automountServiceAccountToken: false,
  securityContext: restrictedPod,
} as const;

/** The same for a Pod whose containers listen on ports. */
export const restrictedSpecWith = (...ports: readonly (string | undefined)[]) => ({
  ...restrictedSpec,
  securityContext: restrictedPodWith(ports.map(Number)),
});

/** A container that passes level restricted in a Pod of `restrictedSpec`. Its image is the parameter `<name>.image`. */
export const container = (
  values: Arguments,
  name: string,
  command: readonly string[],
  more: Fields = {},
) => ({
  name,
  image: values[`${name}.image`],
  ...more,
  command,
  securityContext: restrictedContainer,
});

/** A ConfigMap that the Pod needs, in its namespace. */
export const configMap = (
  { namespace }: Arguments,
  name: string,
  data: Readonly<Record<string, string>>,
) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, ...(namespace && { namespace }) },
  data,
});
