import { isOn, sinceVersion } from '../features.ts';
import { sources } from '../sources.ts';
import { type Namespace, nodePlacement, podPlacement } from './namespace.ts';

/**
 * User: the node's for every container, or one for the Pod with `spec.hostUsers: false`. Absent, null and true mean the
 * node's. Before UserNamespacesSupport is on by default the API server drops the field.
 *
 * @see kubernetes `pkg/kubelet/userns/userns_manager.go`, GetOrCreateUserNamespaceMappings
 * @see kubernetes `pkg/features/kube_features.go`, UserNamespacesSupport
 */
export const user: Namespace = {
  kind: 'user',
  title: 'User',
  isolates: 'User and group ids, and what capabilities are worth outside.',
  byDefault:
    "The node's, shared by all containers and with the node: uid 1000 in one container is uid 1000 in the other.",
  fields: ['spec.hostUsers'],
  command: 'kubectl exec POD -c CONTAINER -- readlink /proc/self/ns/user',
  source: sources.manUserNamespaces,
  onWindows: false,
  place({ spec, manifest, options }) {
    const pointer = `${manifest.pointer}/hostUsers`;
    if (spec.hostUsers !== false) {
      return nodePlacement({
        text: `Without hostUsers: false, all containers are in the node's user namespace: the same uid is the same user in each of them and${spec.runtimeClassName ? ', unless the runtime is a sandboxed one,' : ''} on the node.`,
        pointer: spec.hostUsers === true ? pointer : undefined,
        source: sources.kubeletUserNamespaces,
      });
    }
    return isOn('UserNamespacesSupport', options)
      ? podPlacement({
          text: 'hostUsers is false: the Pod has one user namespace with one mapping, shared by all its containers.',
          pointer,
          source: sources.kubeletUserNamespaces,
        })
      : nodePlacement({
          text: `hostUsers is false, but user namespaces are on by default only since ${sinceVersion('UserNamespacesSupport')}: at ${options.kubernetesVersion} the field is dropped unless the cluster sets the gate.`,
          pointer,
          source: sources.features,
          certainty: 'runtime-dependent',
        });
  },
};
