import { isBuiltIn } from '../../model/built-in-kinds.ts';
import { groupBy } from '../../model/group-by.ts';
import type { PodManifest } from '../../model/manifest.ts';
import { parentOf } from '../../model/pointer.ts';
import { fieldPath } from '../field-path.ts';
import type { Pod, PodContainer } from '../pod.ts';
import type { Found } from './check.ts';

/** A rule of the API server that a Pod breaks. */
export type Breach = {
  /** The field that is wrong, or the nearest one that is there. */
  readonly pointer: string;
  /** The gist of the API server's message. */
  readonly gist: string;
  /** Where the API server says it stands, when that is another place. */
  readonly at?: string;
  /**
   * The container concerned; all of them when absent. Null for none in particular: an entry of a list of the Pod, which
   * may be long, so that naming all containers with each would be quadratic.
   */
  readonly container?: PodContainer | null;
  /**
   * Who is held to the rule. `pods`: Pods alone, a template that breaks it is accepted. `object`: the object as sent,
   * whatever its kind. Absent: whoever looks into the PodSpec.
   */
  readonly who?: 'pods' | 'object';
};

/**
 * Says that the API server refuses something, where, and why, in the words people search for.
 *
 * A StatefulSet takes any PodSpec: its Pods are refused one after another. What a custom resource takes is its
 * operator's affair; the Pods made from it are held to the rules.
 *
 * @see kubernetes `pkg/apis/core/validation/validation.go`, ValidatePodSpec, ValidatePodTemplateSpec;
 *   `pkg/apis/apps/validation/validation.go`, ValidatePodTemplateSpecForStatefulSet
 */
export function refused({ manifest }: Pod, { pointer, gist, at = pointer, container, who }: Breach): Found {
  const refuser = who === 'object' ? 'object' : findRefuser(manifest, who === 'pods');
  const inObject = fieldPath(at.slice(manifest.objectPointer.length));
  const inPod = fieldPath(`/spec${at.slice(manifest.pointer.length)}`);
  const messages = {
    object: `The API server refuses it at ${inObject}: ${gist}.`,
    'its Pods': `The ${manifest.kind} is accepted, its Pods are refused at ${inPod}: ${gist}.`,
    'Pods made from it': `The API server refuses Pods made from it at ${inPod}: ${gist}.`,
  };
  return {
    pointer,
    message: messages[refuser],
    ...(container === undefined ? {} : { containers: container === null ? [] : [container.name] }),
  };
}

function findRefuser(manifest: PodManifest, onlyPods: boolean): 'object' | 'its Pods' | 'Pods made from it' {
  if (!isBuiltIn(manifest)) return 'Pods made from it';
  if (manifest.kind === 'Pod') return 'object';
  return onlyPods || manifest.kind === 'StatefulSet' ? 'its Pods' : 'object';
}

/**
 * Where the API server misses a field, or finds it wrong. What is not there is pointed at as the map that lacks it.
 *
 * @param value What the field holds.
 */
export const fieldOrParent = (at: string, value: unknown): Pick<Breach, 'pointer' | 'at'> => ({
  pointer: value === undefined ? parentOf(at) : at,
  at,
});

/** The gists of the rules that are broken, as one; nothing when none is. */
export const gistOf = (
  ...rules: readonly (readonly [isBroken: boolean, gist: string])[]
): string | undefined =>
  rules.flatMap(([isBroken, gist]) => (isBroken ? [gist] : [])).join('; ') || undefined;

/** Makes one finding of what is found in one place, in order of the places: a check tells of each place once. */
export function* onePerPlace(all: Iterable<Found>): Generator<Found> {
  for (const [first, ...more] of groupBy(all, ({ pointer }) => pointer).values()) {
    yield { ...first, message: [first, ...more].map(({ message }) => message).join(' ') };
  }
}
