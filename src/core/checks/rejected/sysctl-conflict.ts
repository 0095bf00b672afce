import { dottedSysctl } from '../../security/sysctls.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { listSysctls } from '../entries.ts';
import { refused } from '../refused.ts';

export const sysctlConflict: Check = {
  id: 'sysctl-conflict',
  group: 'rejected',
  severity: 'error',
  summary: "The Pod sets a kernel setting of a namespace that is the node's.",
  why: 'A net sysctl with hostNetwork, or an IPC sysctl with hostIPC, would change the node for everyone.',
  remedy: 'Remove the sysctl, or hostNetwork or hostIPC. Settings of the node are made on the node.',
  source: sources.validation,
  *run({ pod }) {
    for (const { name = '', pointer } of listSysctls(pod)) {
      const field = namespaceOf(name);
      if (field === undefined || pod.spec[field] !== true) continue;
      yield refused(pod, {
        pointer: `${pointer}/name`,
        gist: `may not be specified when '${field}' is true`,
        container: null,
      });
    }
  },
};

/**
 * The field that would give the namespace of a sysctl to the node.
 * @see kubernetes `staging/src/k8s.io/component-helpers/node/util/sysctl/namespace.go`, GetNamespace
 */
function namespaceOf(name: string): 'hostNetwork' | 'hostIPC' | undefined {
  const dotted = dottedSysctl(name);
  if (dotted.startsWith('net.')) return 'hostNetwork';
  return /^(kernel\.(sem$|shm|msg)|fs\.mqueue\.)/.test(dotted) ? 'hostIPC' : undefined;
}
