import { nodeNamespace } from './node-namespace.ts';

/** The network of the node, and with containerd its hostname. */
export const hostNetwork = nodeNamespace({
  namespace: 'network',
  title: 'network namespace',
  field: 'hostNetwork',
  comment: "The node's network: its addresses, its localhost, its ports.",
  says: "hostNetwork: true puts all containers into the node's network: localhost is the node's, a port they listen on is a port of the node, and the hostname is the node's.",
});
