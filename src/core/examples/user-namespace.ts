import type { Arguments, Example } from './example.ts';
import { anyKind } from './parts/kinds.ts';
import { kubectl } from './parts/kubectl.ts';
import { container, inObject } from './parts/object.ts';
import { imageParameter, objectParameters } from './parts/parameters.ts';
import { rounds, work } from './parts/scripts.ts';

/** A user namespace of the Pod's own: root in the containers, nobody on the node. */
export const userNamespace: Example = {
  id: 'user-namespace',
  title: 'A user namespace for the Pod',
  teaches:
    'By default all containers are in the user namespace of the node: uid 0 in a container is uid 0 of the node. With hostUsers: false the Pod gets one of its own, which all its containers share: they are root inside, and a user without rights outside.',
  lesson:
    'That user namespaces are separate by default is a popular error. There is one mapping for the whole Pod, so both containers print the same number, and a file of one belongs to the same user in the other. Since Kubernetes 1.35 Pod Security lets root pass level restricted here, because it is none to the node. It needs Kubernetes 1.33, Linux 6.3 or newer and a runtime that can; hostPID, hostIPC and block devices are then not allowed.',
  shares: ['user'],
  level: 'restricted',
  feature: 'UserNamespacesSupport',
  kinds: anyKind,
  parameters: [
    ...objectParameters('user-namespace', anyKind),
    imageParameter('first', 'busybox:1.37', '/bin/sh and id'),
    imageParameter('second', 'busybox:1.37', '/bin/sh and id'),
  ],
  show: (values) => {
    const { start, logs, exec } = kubectl(anyKind, values);
    return [
      ...start,
      logs(),
      exec('first', 'cat /proc/self/uid_map'),
      exec('first', 'readlink /proc/self/ns/user'),
      exec('second', 'readlink /proc/self/ns/user'),
    ];
  },
  build: (values) => inObject(anyKind, values, spec(values), comments),
};

const spec = (values: Arguments) => ({
  automountServiceAccountToken: false,
  hostUsers: false,
  securityContext: { runAsUser: 0, seccompProfile: { type: 'RuntimeDefault' } },
  containers: [
    container(values, 'first', say(values, 'first')),
    container(values, 'second', say(values, 'second')),
  ],
});

const say = (values: Arguments, name: string) =>
  work(
    values,
    'read -r inside outside size < /proc/self/uid_map',
    rounds(values, 5, `echo "${name}: I am uid $(id -u) here, which is uid $outside on the node"`),
  );

const comments = {
  '/hostUsers': 'Left out, it is true: the user namespace of the node.',
  '/securityContext/runAsUser': 'Root, but only here.',
};
