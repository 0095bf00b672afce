import { sources } from '../sources.ts';
import { type Namespace, nodePlacement } from './namespace.ts';

/**
 * Time: always the node's. Container runtimes never ask for a time namespace through the CRI.
 *
 * @see https://github.com/kubernetes/cri-api/blob/master/pkg/apis/runtime/v1/api.proto, NamespaceOption
 */
export const time: Namespace = {
  kind: 'time',
  title: 'Time',
  isolates: 'The boot-time and monotonic clocks.',
  byDefault: "The node's, shared by all containers and with the node.",
  fields: [],
  command: 'kubectl exec POD -c CONTAINER -- readlink /proc/self/ns/time',
  source: sources.manTimeNamespaces,
  onWindows: false,
  place: () =>
    nodePlacement({
      text: "Container runtimes make no time namespace: all containers see the node's clocks.",
      source: sources.cri,
    }),
};
