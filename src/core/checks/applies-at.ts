import type { KubernetesVersion } from '../../model/vocabulary.ts';
import { minorOf } from '../features.ts';

/** Says whether a check applies at a Kubernetes version; one without a first version always does. */
export const appliesAt = ({ since }: { readonly since?: string }, version: KubernetesVersion): boolean =>
  since === undefined || minorOf(version) >= Number(since.slice(2));
