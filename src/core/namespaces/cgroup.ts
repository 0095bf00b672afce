import { isPrivileged } from '../pod.ts';
import { sources } from '../sources.ts';
import { containerPlacement, type Namespace, nodePlacement } from './namespace.ts';

/**
 * Cgroup: the container's own on cgroup v2 when it is not privileged, otherwise the node's. The CRI has no field for it;
 * containerd and CRI-O decide by the same rule.
 *
 * @see containerd `internal/cri/server/container_create.go`, buildLinuxSpec
 * @see cri-o `server/container_create.go`, setupCgroupNamespace
 */
export const cgroup: Namespace = {
  kind: 'cgroup',
  title: 'Cgroup',
  isolates: 'The view of the cgroup tree in /proc/self/cgroup and /sys/fs/cgroup.',
  byDefault: "One per container on cgroup v2; the node's on cgroup v1 and for privileged containers.",
  fields: ['spec.containers[].securityContext.privileged'],
  command: 'kubectl exec POD -c CONTAINER -- readlink /proc/self/ns/cgroup',
  source: sources.manCgroupNamespaces,
  onWindows: false,
  place({ options }, container) {
    if (options.cgroup === 'v1') {
      return nodePlacement({
        text: "On cgroup v1 the runtime makes no cgroup namespace: containers are in the node's.",
        source: sources.containerdContainer,
        certainty: 'runtime-dependent',
      });
    }
    return isPrivileged(container)
      ? nodePlacement({
          text: "A privileged container is in the node's cgroup namespace.",
          pointer: `${container.pointer}/securityContext/privileged`,
          source: sources.containerdContainer,
          certainty: 'runtime-dependent',
        })
      : containerPlacement(container.name, {
          text: 'On cgroup v2 the runtime gives each container that is not privileged a cgroup namespace of its own.',
          source: sources.containerdContainer,
          certainty: 'runtime-dependent',
        });
  },
};
