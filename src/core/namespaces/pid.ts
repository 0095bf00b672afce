import { findTarget, type Pod, type PodContainer } from '../pod.ts';
import { sources } from '../sources.ts';
import {
  containerPlacement,
  type Namespace,
  nodePlacement,
  type Placement,
  podPlacement,
} from './namespace.ts';

/**
 * PID: first match wins.
 *
 * 1. `spec.hostPID`: the node's.
 * 2. `spec.shareProcessNamespace`: one for the Pod, init containers included; its PID 1 is the sandbox's pause process.
 * 3. `targetContainerName` of an ephemeral container that names an init or app container: the target's.
 * 4. Otherwise the container's own.
 *
 * The API server refuses 1 and 2 together, so their order shows only on manifests it never saw. A target is looked at
 * only in case 4's place: with 1 or 2 it is ignored.
 *
 * @see kubernetes `pkg/kubelet/kuberuntime/util/util.go`, PidNamespaceForPod (1, 2, 4)
 * @see kubernetes `pkg/kubelet/kuberuntime/kuberuntime_container_linux.go`, generateLinuxContainerConfig (3)
 */
export const pid: Namespace = {
  kind: 'pid',
  title: 'PID (processes)',
  isolates: 'Process ids: which processes can be seen in /proc and signalled.',
  byDefault: 'One per container: a container sees only its own processes.',
  fields: ['spec.shareProcessNamespace', 'spec.hostPID', 'spec.ephemeralContainers[].targetContainerName'],
  command: 'kubectl exec POD -c CONTAINER -- readlink /proc/self/ns/pid',
  source: sources.manPidNamespaces,
  onWindows: false,
  place(pod, container) {
    const { spec, manifest } = pod;
    if (spec.hostPID === true) {
      return nodePlacement({
        text: "hostPID is true: the containers are in the node's PID namespace and see every process on the node, each other's included.",
        pointer: `${manifest.pointer}/hostPID`,
        source: sources.kubeletNamespaces,
      });
    }
    if (spec.shareProcessNamespace === true) {
      return podPlacement({
        text: 'shareProcessNamespace is true: all containers of the Pod share one PID namespace, in which PID 1 is the pause process.',
        pointer: `${manifest.pointer}/shareProcessNamespace`,
        source: sources.kubeletNamespaces,
      });
    }
    return placeTarget(pod, container) ?? placeAlone(pod, container);
  },
};

function placeTarget(pod: Pod, { role, spec, pointer, name }: PodContainer): Placement | undefined {
  if (role !== 'ephemeral' || !spec.targetContainerName) return undefined;
  const target = findTarget(pod, spec.targetContainerName);
  return (
    target &&
    containerPlacement(target.name, {
      text: `targetContainerName puts ${name} into the PID namespace of ${target.name}.`,
      pointer: `${pointer}/targetContainerName`,
      source: sources.kubeletTarget,
    })
  );
}

const placeAlone = ({ spec, manifest }: Pod, { name }: PodContainer): Placement =>
  containerPlacement(name, {
    text: 'Each container has a PID namespace of its own unless shareProcessNamespace or hostPID is true.',
    pointer: spec.shareProcessNamespace === false ? `${manifest.pointer}/shareProcessNamespace` : undefined,
    source: sources.kubeletNamespaces,
  });
