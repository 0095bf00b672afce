import { minorOf } from '../../features.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { refused } from '../refused.ts';

export const userNamespaceConflict: Check = {
  id: 'user-namespace-conflict',
  group: 'rejected',
  severity: 'error',
  summary: 'A Pod with a user namespace of its own asks for namespaces of the node or for block devices.',
  why: 'With hostUsers: false the users of the Pod are nobody on the node, so it cannot be in its network, PID or IPC namespace (network: unless the alpha feature UserNamespacesHostNetworkSupport is on), and since 1.34 cannot use raw block volumes.',
  remedy: 'Remove hostUsers: false, or the field that goes against it.',
  source: sources.userNamespaces,
  since: '1.33',
  *run({ pod }) {
    const { spec, manifest, options, containers } = pod;
    if (spec.hostUsers !== false) return;
    const gist = 'when `hostUsers` is false';
    for (const [field, spelling] of namespaceFields) {
      if (spec[field] !== true) continue;
      const at = (name: string) => `${manifest.pointer}/${name}`;
      yield refused(pod, { pointer: at(field), at: at(spelling), gist: `Forbidden: ${gist}` });
    }
    if (minorOf(options.kubernetesVersion) < 34) return;
    for (const container of containers) {
      if (!container.spec.volumeDevices?.length) continue;
      yield refused(pod, {
        pointer: `${container.pointer}/volumeDevices`,
        gist: `Forbidden: ${gist}`,
        container,
      });
    }
  },
};

/** The fields and how the API server spells them in its message. */
const namespaceFields = [
  ['hostNetwork', 'hostNetwork'],
  ['hostPID', 'HostPID'],
  ['hostIPC', 'HostIPC'],
] as const;
