import type { Arguments, Example } from './example.ts';
import { anyKind } from './parts/kinds.ts';
import { kubectl } from './parts/kubectl.ts';
import { container, inObject, restrictedSpec } from './parts/object.ts';
import { imageParameter, labelParameter, objectParameters } from './parts/parameters.ts';
import { rounds, work } from './parts/scripts.ts';

/** One UTS namespace: one hostname for all containers. */
export const hostname: Example = {
  id: 'hostname',
  title: 'All containers see one hostname',
  teaches:
    "The runtime makes one UTS namespace for the Pod, so all its containers see the same hostname: the Pod's name, or what the field hostname says.",
  lesson:
    'Old articles say that it is not shared: that was Docker, containerd and CRI-O do it. To change it at run time takes CAP_SYS_ADMIN, and would change it for all. With hostNetwork the node gives its own name, and the field has no effect. In a Deployment every replica gets the hostname of the template; a StatefulSet calls each Pod by its own name, whatever the template says.',
  shares: ['hostname'],
  level: 'restricted',
  kinds: anyKind,
  parameters: [
    ...objectParameters('hostname', anyKind),
    labelParameter(
      'hostname',
      'greeter',
      'The hostname. Each Pod of a StatefulSet or DaemonSet has its own name instead.',
    ),
    imageParameter('first', 'busybox:1.37', '/bin/sh and hostname'),
    imageParameter('second', 'busybox:1.37', '/bin/sh and hostname'),
  ],
  show: (values) => {
    const { start, logs, exec } = kubectl(anyKind, values);
    return [
      ...start,
      logs(),
      exec('first', 'readlink /proc/self/ns/uts'),
      exec('second', 'readlink /proc/self/ns/uts'),
      exec('first', 'cat /etc/hosts'),
    ];
  },
  build: (values) => inObject(anyKind, values, spec(values), hasOwn(values) ? {} : comments),
};

/** A StatefulSet sets the hostname itself, and a DaemonSet would give many Pods the same one. */
const hasOwn = ({ kind }: Arguments): boolean => kind === 'StatefulSet' || kind === 'DaemonSet';

const spec = (values: Arguments) => ({
  ...restrictedSpec,
  ...(!hasOwn(values) && { hostname: values['hostname'] }),
  containers: [
    container(values, 'first', say(values, 'first')),
    container(values, 'second', say(values, 'second')),
  ],
});

const say = (values: Arguments, name: string) =>
  work(values, rounds(values, 5, `echo "${name}: the hostname is $(hostname)"`));

const comments = {
  '/hostname': "Left out, it is the Pod's name.",
};
