import type { WorkloadKind } from '../../../model/vocabulary.ts';

/** For Pods that run until they are deleted. */
export const lasting = [
  'Pod',
  'Deployment',
  'StatefulSet',
  'DaemonSet',
] as const satisfies readonly WorkloadKind[];

/** For Pods that end by themselves. */
export const ending = ['Job', 'CronJob'] as const satisfies readonly WorkloadKind[];

/** The kind that the values ask for. */
export const kindOf = (
  { kind }: Readonly<Record<string, string>>,
  kinds: readonly [WorkloadKind, ...WorkloadKind[]],
) => kinds.find((each) => each === kind) ?? kinds[0];
