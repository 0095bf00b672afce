import type { Arguments, Example } from './example.ts';
import { kubectl } from './parts/kubectl.ts';
import { container, inObject, restrictedSpec } from './parts/object.ts';
import { imageParameter, objectParameters } from './parts/parameters.ts';
import { every, shell } from './parts/scripts.ts';

const kinds = ['DaemonSet', 'Pod'] as const;

/** An agent that looks at its node, and what that costs. */
export const nodeAgent: Example = {
  id: 'node-agent',
  title: 'An agent looks at its node',
  teaches:
    'With hostNetwork and hostPID the containers are in the network and the PID namespace of the node: an agent sees the sockets and the processes of the node, and everything in them is shared with every other such Pod there.',
  lesson:
    'It costs the isolation. Every process of the node shows its command line to the agent; as root the agent could end them. Services of the node that listen on loopback only are open to it, and its ports are ports of the node. The Kubernetes namespace must admit Pod Security level privileged. So the agent runs as a user without capabilities, which is enough to count, and hostIPC stays out. ClusterFirstWithHostNet keeps the names of Services known. hostPID also puts both containers of the Pod into one PID namespace: that of the node.',
  shares: ['host-network', 'host-pid'],
  level: 'privileged',
  kinds,
  parameters: [
    ...objectParameters('node-agent', kinds),
    imageParameter('processes', 'busybox:1.37', '/bin/sh'),
    imageParameter('sockets', 'busybox:1.37', '/bin/sh, awk and hostname'),
  ],
  show: (values) => {
    const { logs, exec } = kubectl(kinds, values);
    return [
      logs(),
      exec('processes', 'ps'),
      exec('processes', 'ls -l /proc/self/ns/pid /proc/self/ns/net'),
      exec('sockets', 'netstat -ltn'),
    ];
  },
  build: (values) => inObject(kinds, values, spec(values), comments),
};

const spec = (values: Arguments) => ({
  ...restrictedSpec,
  hostNetwork: true,
  dnsPolicy: 'ClusterFirstWithHostNet',
  hostPID: true,
  containers: [container(values, 'processes', countProcesses), container(values, 'sockets', countSockets)],
});

const countProcesses = shell(
  every(5, 'set -- /proc/[0-9]*', 'echo "processes: $# on this node, and PID 1 is $(cat /proc/1/comm)"'),
);

const countSockets = shell(
  every(
    5,
    `count=$(awk '$4 == "0A"' /proc/net/tcp /proc/net/tcp6 | wc -l)`,
    'echo "sockets: $count TCP sockets listen on $(hostname)"',
  ),
);

const comments = {
  '/hostNetwork': 'The network of the node: its addresses, its ports, its loopback.',
  '/dnsPolicy': 'ClusterFirst would fall back to the DNS of the node.',
  '/hostPID': 'The processes of the node.',
};
