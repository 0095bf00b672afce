import { isHostProcess } from '../pod.ts';
import { sources } from '../sources.ts';
import { type Namespace, nodePlacement, podPlacement } from './namespace.ts';

/**
 * Network: one per Pod for every class of container, or the node's with `spec.hostNetwork`.
 *
 * On Windows the Pod's containers share one network compartment, and `spec.hostNetwork` puts only HostProcess containers
 * into the node's network; for others it is left to the runtime (gate WindowsHostNetwork, deprecated since 1.33).
 *
 * @see kubernetes `pkg/kubelet/kuberuntime/util/util.go`, NetworkNamespaceForPod
 * @see containerd `internal/cri/server/container_create.go`, buildWindowsSpec
 * @see kubernetes/enhancements `keps/sig-windows/3503-host-network-support-for-windows-pods`
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
  place(pod, container) {
    const { spec, manifest, os } = pod;
    const pointer = spec.hostNetwork === true ? `${manifest.pointer}/hostNetwork` : undefined;
    if (isHostProcess(pod, container)) {
      return nodePlacement({
        text: "HostProcess containers are processes of the node, in the node's network.",
        pointer,
        source: sources.hostProcess,
      });
    }
    if (pointer === undefined) {
      return podPlacement({
        text: 'Containers of a Pod always share one network namespace.',
        source: sources.kubeletNamespaces,
      });
    }
    return os === 'windows'
      ? podPlacement({
          text: "hostNetwork is true, but on Windows it puts only HostProcess containers into the node's network: others share the Pod's.",
          pointer,
          source: sources.windowsHostNetwork,
          certainty: 'runtime-dependent',
        })
      : nodePlacement({
          text: "hostNetwork is true: the containers are in the node's network namespace, with every other hostNetwork Pod on the node.",
          pointer,
          source: sources.kubeletNamespaces,
        });
  },
};
