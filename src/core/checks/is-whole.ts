import { groupOf, isBuiltIn } from '../../model/built-in-kinds.ts';
import type { PodManifest } from '../../model/manifest.ts';

/**
 * Says whether Pods are made of the PodSpec as it stands, so that what it lacks the Pods will lack. Many operators add
 * names, images and volumes of their own.
 */
export const isWhole = (manifest: PodManifest): boolean =>
  isBuiltIn(manifest) || faithfulGroups.has(groupOf(manifest));

/** Groups of operators that do: they pass the PodSpec on. */
const faithfulGroups: ReadonlySet<string> = new Set([
  'apps.kruise.io',
  'apps.openshift.io',
  'argoproj.io',
  'batch.volcano.sh',
  'jobset.x-k8s.io',
  'keda.sh',
]);
