import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { replaceBy } from '../edits.ts';
import { fieldOrParent, refused } from '../refused.ts';
import { restartPoliciesOf } from '../restart-policies.ts';
import { findUnread } from '../unread.ts';

export const workloadRestartPolicy: Check = {
  id: 'workload-restart-policy',
  group: 'rejected',
  severity: 'error',
  summary: 'The restartPolicy of a Pod template is not one its workload allows.',
  why: 'A Deployment, StatefulSet, DaemonSet or ReplicaSet keeps its Pods running, so only Always. A Job runs them to their end, so OnFailure or Never, and it has to say which: the default of a Pod is Always.',
  remedy: 'In a Job set restartPolicy to OnFailure or Never; elsewhere remove it.',
  source: sources.appsValidation,
  fix: {
    effect:
      'Removes restartPolicy where the workload allows only Always, the default, and writes a word that differs in case only as the API does. The workload is accepted; of a Deployment, a container that ends is started again however it ended.',
    edits: ({ pod: { manifest, spec } }, { pointer }) => {
      const allowed = restartPoliciesOf(manifest) ?? [];
      const policy = spec.restartPolicy?.toLowerCase();
      if (policy === undefined) return [];
      if (allowed.length === 1) return [{ op: 'remove', pointer }];
      return replaceBy(
        pointer,
        allowed.find((word) => word.toLowerCase() === policy),
      );
    },
  },
  *run({ pod }) {
    const { spec, manifest } = pod;
    const allowed = restartPoliciesOf(manifest);
    const policy = spec.restartPolicy || 'Always';
    const at = `${manifest.pointer}/restartPolicy`;
    if (allowed === undefined || allowed.includes(policy) || findUnread(pod)(at)) return;
    const named = allowed.map((word) => `"${word}"`).join(', ');
    const gist =
      policy === 'Always'
        ? `Required value: valid values: ${named}`
        : `Unsupported value: supported values: ${named}`;
    yield refused(pod, { ...fieldOrParent(at, spec.restartPolicy), gist, who: 'object' });
  },
};
