import type { Arguments, Example } from './example.ts';
import { kubectl } from './parts/kubectl.ts';
import { container, inObject, restrictedSpec } from './parts/object.ts';
import { imageParameter, labelParameter, objectParameters } from './parts/parameters.ts';
import { every, shell } from './parts/scripts.ts';

/** A StatefulSet sets the hostname itself, and a DaemonSet would give many Pods the same one. */
const kinds = ['Pod', 'Deployment'] as const;

/** One UTS namespace: one hostname for all containers. */
export const hostname: Example = {
  id: 'hostname',
  title: 'All containers see one hostname',
  teaches:
    "The runtime makes one UTS namespace for the Pod, so all its containers see the same hostname: the Pod's name, or what the field hostname says.",
  lesson:
    'Old articles say that it is not shared: that was Docker, containerd and CRI-O do it. To change it at run time takes CAP_SYS_ADMIN, and would change it for all. With hostNetwork the node gives its own name, and the field has no effect. In a Deployment every replica gets the hostname of the template.',
  shares: ['hostname'],
  level: 'restricted',
  kinds,
  parameters: [
    ...objectParameters('hostname', kinds),
    labelParameter('hostname', 'greeter', 'The hostname.'),
    imageParameter('first', 'busybox:1.37', '/bin/sh and hostname'),
    imageParameter('second', 'busybox:1.37', '/bin/sh and hostname'),
  ],
  show: (values) => {
    const { logs, exec } = kubectl(kinds, values);
    return [
      logs(),
      exec('first', 'readlink /proc/self/ns/uts'),
      exec('second', 'readlink /proc/self/ns/uts'),
      exec('first', 'cat /etc/hosts'),
    ];
  },
  build: (values) => inObject(kinds, values, spec(values), comments),
};

const spec = (values: Arguments) => ({
  ...restrictedSpec,
  hostname: values['hostname'],
  containers: [container(values, 'first', say('first')), container(values, 'second', say('second'))],
});

const say = (name: string) => shell(every(5, `echo "${name}: the hostname is $(hostname)"`));

const comments = {
  '/hostname': "Left out, it is the Pod's name.",
};
