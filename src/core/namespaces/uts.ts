import { sources } from '../sources.ts';
import { type Namespace, nodePlacement, podPlacement } from './namespace.ts';

/**
 * UTS: one per Pod. No field of the Pod or the CRI asks for it; with `spec.hostNetwork` containerd takes the node's,
 * CRI-O makes one for the Pod and writes the node's name into it.
 *
 * @see containerd `internal/cri/server/podsandbox/sandbox_run_linux.go`, sandboxContainerSpec
 * @see cri-o `server/sandbox_run_linux.go`, configureGeneratorForSandboxNamespaces; https://github.com/cri-o/cri-o/issues/3197
 */
export const uts: Namespace = {
  kind: 'uts',
  title: 'UTS (hostname)',
  isolates: 'The hostname and the NIS domain name.',
  byDefault: 'One per Pod, shared by all its containers: the same hostname everywhere.',
  fields: ['spec.hostNetwork'],
  command: 'kubectl exec POD -c CONTAINER -- readlink /proc/self/ns/uts',
  source: sources.manUtsNamespaces,
  onWindows: false,
  place({ spec, manifest, options }) {
    if (spec.hostNetwork !== true) {
      return podPlacement({
        text: 'The runtime makes one UTS namespace for the Pod, and every container joins it.',
        source: sources.containerdSandbox,
      });
    }
    const pointer = `${manifest.pointer}/hostNetwork`;
    return options.runtime === 'cri-o'
      ? podPlacement({
          text: "hostNetwork is true: CRI-O still makes a UTS namespace for the Pod and gives it the node's hostname (containerd would use the node's).",
          pointer,
          source: sources.crioSandbox,
          certainty: 'runtime-dependent',
        })
      : nodePlacement({
          text: "hostNetwork is true: containerd uses the node's UTS namespace as well (CRI-O would make one for the Pod with the node's hostname).",
          pointer,
          source: sources.containerdSandbox,
          certainty: 'runtime-dependent',
        });
  },
};
