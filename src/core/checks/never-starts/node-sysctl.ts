import { parentOf } from '../../../model/pointer.ts';
import { minorOf } from '../../features.ts';
import { dottedSysctl, isNamespacedSysctl } from '../../security/sysctls.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { listSysctls } from '../entries.ts';

export const nodeSysctl: Check = {
  id: 'node-sysctl',
  group: 'never-starts',
  severity: 'error',
  summary: 'The Pod sets a sysctl that belongs to the node.',
  why: 'A Pod sets only what belongs to a namespace it can have of its own: net.*, and System V and POSIX IPC. No kubelet can allow another (vm.max_map_count is the usual one): it refuses the Pod with SysctlForbidden.',
  remedy: 'Set it on the nodes, in their configuration or with a privileged DaemonSet.',
  source: sources.sysctlNamespaces,
  fix: {
    effect:
      'Removes the sysctl. The kubelet starts the Pod, and the setting has the value it has on the node.',
    edits: (_, { pointer }) => [{ op: 'remove', pointer: parentOf(pointer) }],
  },
  *run({ pod }) {
    if (pod.os === 'windows') return;
    const minor = minorOf(pod.options.kubernetesVersion);
    for (const { name, pointer } of listSysctls(pod)) {
      if (!name || isNamespacedSysctl(dottedSysctl(name), minor)) continue;
      yield {
        pointer: `${pointer}/name`,
        message: `${dottedSysctl(name)} belongs to the node, not to a namespace of the Pod: every kubelet refuses the Pod.`,
      };
    }
  },
};
