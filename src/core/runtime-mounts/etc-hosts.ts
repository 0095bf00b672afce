import { podPlacement } from '../namespaces/namespace.ts';
import { sources } from '../sources.ts';
import type { RuntimeMountRule } from './runtime-mount.ts';

/**
 * /etc/hosts: one file the kubelet writes for the Pod (with hostNetwork a copy of the node's) and mounts writable into every
 * container that mounts nothing there. The kubelet compares the path letter by letter: under another spelling
 * (`/etc/hosts/`) its file comes on top of the volume.
 *
 * @see kubernetes `pkg/kubelet/kubelet_pods.go`, makeHostsMount, shouldMountHostsFile
 */
export const etcHosts: RuntimeMountRule = {
  path: '/etc/hosts',
  isReplacedBy: ({ mountPath }) => mountPath === '/etc/hosts',
  place: ({ spec, manifest }) =>
    podPlacement(
      spec.hostNetwork === true
        ? {
            text: "The kubelet writes one file for the Pod, a copy of the node's because hostNetwork is true, and mounts it into every container.",
            pointer: `${manifest.pointer}/hostNetwork`,
            source: sources.kubeletPods,
          }
        : {
            text: 'The kubelet writes one file for the Pod and mounts it into every container.',
            source: sources.kubeletPods,
          },
    ),
};
