import { sources } from '../sources.ts';
import { type Namespace, nodePlacement, podPlacement } from './namespace.ts';

/**
 * Network: one per Pod for every class of container, or the node's with `spec.hostNetwork`.
 *
 * On Windows the Pod's containers share one network compartment; only HostProcess Pods really run in the host's network.
 *
 * @see kubernetes `pkg/kubelet/kuberuntime/util/util.go`, NetworkNamespaceForPod
 * @see containerd `internal/cri/server/container_create.go`, buildWindowsSpec
 */
export const network: Namespace = {
  kind: 'network',
  title: 'Network',
  isolates:
    'Network devices, IP addresses, routes, firewall rules, port numbers, sockets and abstract UNIX sockets.',
  byDefault: 'One per Pod, shared by all its containers: one IP address, one localhost, one port space.',
  fields: ['spec.hostNetwork'],
  command: 'kubectl exec POD -c CONTAINER -- readlink /proc/self/ns/net',
  source: sources.manNetworkNamespaces,
  onWindows: true,
  place({ spec, manifest }) {
    return spec.hostNetwork === true
      ? nodePlacement({
          text: "hostNetwork is true: the containers are in the node's network namespace, with every other hostNetwork Pod on the node.",
          pointer: `${manifest.pointer}/hostNetwork`,
          source: sources.kubeletNamespaces,
        })
      : podPlacement({
          text: 'Containers of a Pod always share one network namespace.',
          source: sources.kubeletNamespaces,
        });
  },
};
