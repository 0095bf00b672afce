import type { Arguments, Example } from './example.ts';
import { lasting } from './parts/kinds.ts';
import { kubectl } from './parts/kubectl.ts';
import { container, inObject, restrictedSpec } from './parts/object.ts';
import { imageParameter, objectParameters } from './parts/parameters.ts';
import { every, shell } from './parts/scripts.ts';

/** One PID namespace: a container that watches another and signals it. */
export const watchdog: Example = {
  id: 'watchdog',
  title: 'A watchdog signals the app',
  teaches:
    'With shareProcessNamespace the containers of a Pod are in one PID namespace: a watchdog sees the process of the app and signals it.',
  lesson:
    'To signal takes the same user, or CAP_KILL as root; SYS_PTRACE has nothing to do with it. PID 1 is the pause process of the Pod, so kill 1 does not reach the app: the watchdog looks for its name. Sharing goes further than signals: processes of the same user with the same capabilities read the files and the environment of each other through /proc, so the Secrets of one are open to the other. No field shares the namespace among some containers only.',
  shares: ['pid'],
  level: 'restricted',
  kinds: lasting,
  parameters: [
    ...objectParameters('watchdog', lasting),
    imageParameter('app', 'busybox:1.37', '/bin/sh'),
    imageParameter('watchdog', 'busybox:1.37', '/bin/sh and pidof'),
  ],
  show: (values) => {
    const { logs, exec } = kubectl(lasting, values);
    return [
      logs(),
      exec('watchdog', 'ps'),
      exec('app', 'readlink /proc/self/ns/pid'),
      exec('watchdog', 'readlink /proc/self/ns/pid'),
    ];
  },
  build: (values) => inObject(lasting, values, spec(values), comments),
};

const spec = (values: Arguments) => ({
  ...restrictedSpec,
  shareProcessNamespace: true,
  containers: [container(values, 'app', work), container(values, 'watchdog', watch)],
});

const work = shell(
  'reloads=0',
  `trap 'reloads=$((reloads + 1)); echo "app: SIGHUP number $reloads, I read my settings again"' HUP`,
  'printf app > /proc/self/comm  # the name that pidof looks for',
  'echo "app: ready"',
  every(5),
);

const watch = shell(
  'echo "watchdog: PID 1 is $(cat /proc/1/comm)"',
  every(
    3,
    'if pid=$(pidof app); then',
    '  kill -HUP $pid && echo "watchdog: the app is process $pid, I sent it SIGHUP"',
    'else',
    '  echo "watchdog: there is no app"',
    'fi',
  ),
);

const comments = {
  '/shareProcessNamespace': 'Without it each container has a PID namespace of its own and sees itself only.',
  '/securityContext/runAsUser': 'One user for both: that is what lets the watchdog signal the app.',
};
