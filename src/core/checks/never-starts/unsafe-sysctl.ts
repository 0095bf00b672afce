import { minorOf } from '../../features.ts';
import { dottedSysctl, isNamespacedSysctl, isSafeSysctl } from '../../security/sysctls.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { listSysctls } from '../entries.ts';
import { sysctlConflict } from '../rejected/sysctl-conflict.ts';

export const unsafeSysctl: Check = {
  id: 'unsafe-sysctl',
  group: 'never-starts',
  severity: 'warning',
  summary: 'The Pod sets a sysctl that the kubelet does not allow by default.',
  why: 'It belongs to a namespace of the Pod, but may harm the node. A kubelet that does not list it in allowedUnsafeSysctls refuses the Pod with SysctlForbidden.',
  remedy: 'Remove it, or run the Pod on nodes that allow it, with a node selector or a toleration.',
  source: sources.sysctls,
  *run(facts) {
    const { pod } = facts;
    if (pod.os === 'windows') return;
    const minor = minorOf(pod.options.kubernetesVersion);
    const refused = new Set([...sysctlConflict.run(facts)].map(({ pointer }) => pointer));
    for (const { name = '', pointer } of listSysctls(pod)) {
      const sysctl = dottedSysctl(name);
      const at = `${pointer}/name`;
      if (refused.has(at) || isSafeSysctl(sysctl, minor) || !isNamespacedSysctl(sysctl, minor)) continue;
      yield {
        pointer: at,
        message: `${sysctl} is not among the safe sysctls of Kubernetes ${pod.options.kubernetesVersion}: a kubelet that does not allow it refuses the Pod.`,
      };
    }
  },
};
