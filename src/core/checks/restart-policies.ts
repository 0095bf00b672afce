import { isBuiltIn } from '../../model/built-in-kinds.ts';
import type { PodManifest } from '../../model/manifest.ts';

/**
 * The restart policies a workload allows its Pods, or nothing when it allows all of them.
 *
 * @see kubernetes `pkg/apis/apps/validation/validation.go`, ValidateDeploymentSpec and its like;
 *   `pkg/apis/batch/validation/validation.go`, ValidateJobSpec
 */
export const restartPoliciesOf = (manifest: PodManifest): readonly string[] | undefined =>
  isBuiltIn(manifest) ? byKind.get(manifest.kind) : undefined;

const byKind: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...['ReplicationController', 'ReplicaSet', 'Deployment', 'StatefulSet', 'DaemonSet'].map(
    (kind) => [kind, ['Always']] as const,
  ),
  ...['Job', 'CronJob'].map((kind) => [kind, ['OnFailure', 'Never']] as const),
]);
