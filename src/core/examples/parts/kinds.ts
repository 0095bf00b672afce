import type { WorkloadKind } from '../../../model/vocabulary.ts';
import type { Arguments, Kinds } from '../example.ts';

/** For Pods that run until they are deleted. */
export const lasting = [
  'Pod',
  'Deployment',
  'StatefulSet',
  'DaemonSet',
] as const satisfies readonly WorkloadKind[];

/** For Pods that end by themselves. */
export const ending = ['Job', 'CronJob'] as const satisfies readonly WorkloadKind[];

/** For Pods that can do either. */
export const anyKind = [...lasting, ...ending] as const;

/** Says whether the values ask for a Pod that ends by itself. */
export const endsByItself = ({ kind }: Arguments): boolean => ending.some((each) => each === kind);

/** The kind that the values ask for. */
export const kindOf = ({ kind }: Arguments, kinds: Kinds): WorkloadKind =>
  kinds.find((each) => each === kind) ?? kinds[0];
