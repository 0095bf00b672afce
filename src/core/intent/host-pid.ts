import { nodeNamespace } from './node-namespace.ts';

/** The processes of the node, those of the Pod among them. */
export const hostPid = nodeNamespace({
  namespace: 'pid',
  title: 'PID namespace',
  field: 'hostPID',
  comment: "The node's processes; the containers see each other's there too.",
  says: "hostPID: true puts all containers into the node's PID namespace: they see every process of the node, each other's included.",
});
