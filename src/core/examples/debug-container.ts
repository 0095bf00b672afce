import { restrictedContainer } from '../security/pod-security/restricted.ts';
import type { Arguments, Example } from './example.ts';
import { kubectl } from './parts/kubectl.ts';
import { container, inObject, restrictedSpec } from './parts/object.ts';
import { imageParameter, objectParameters } from './parts/parameters.ts';
import { every, shell } from './parts/scripts.ts';

/** An ephemeral container is added to a running Pod; no template and no new Pod may have one. */
const kinds = ['Pod'] as const;

/** Debugging with an ephemeral container, and why it needs a target. */
export const debugContainer: Example = {
  id: 'debug-container',
  title: 'A debugger joins a running Pod',
  teaches:
    'kubectl debug adds an ephemeral container to a running Pod. With a target it joins the PID namespace of that container, so it sees its processes and, through /proc/1/root, its files.',
  lesson:
    'Being in the Pod is not enough: without a target the debugger shares network, IPC and hostname, and sees no process but its own. To look into /proc/1/root it must be the same user with the same capabilities as the app, which the profile restricted and the user of the Pod give it here. With shareProcessNamespace the target is ignored, because all are together already. An ephemeral container cannot stand in a manifest that is applied, is never restarted, and stays in the Pod until the Pod is deleted. When the app ends, the kernel ends the debugger with it.',
  shares: ['pid'],
  level: 'restricted',
  kinds,
  parameters: [
    ...objectParameters('debug-container', kinds),
    imageParameter('app', 'busybox:1.37', '/bin/sh'),
    imageParameter('debugger', 'busybox:1.37', '/bin/sh, ps and cat'),
  ],
  show: (values) => {
    const { target, exec } = kubectl(kinds, values);
    return [
      `kubectl debug ${target} --image=${values['debugger.image']} -c debugger --target=app --profile=restricted -- sh -c '${look}'`,
      `kubectl logs ${target} -c debugger`,
      exec('app', 'readlink /proc/self/ns/pid'),
    ];
  },
  build: (values) => inObject(kinds, values, spec(values)),
  afterwards: (values) =>
    inObject(kinds, values, { ...spec(values), ephemeralContainers: [debuggerOf(values)] }, comments),
};

const spec = (values: Arguments) => ({
  ...restrictedSpec,
  containers: [container(values, 'app', work)],
});

const work = shell(
  'count=0',
  every(
    2,
    'count=$((count + 1))',
    'echo "step $count" > /tmp/state',
    'echo "app: step $count, in $(readlink /proc/self/ns/pid)"',
  ),
);

const look =
  'ps; readlink /proc/self/ns/pid; echo "debugger: the app has in /tmp/state: $(cat /proc/1/root/tmp/state)"';

/**
 * What kubectl makes of the command.
 *
 * @see kubectl `pkg/cmd/debug/profiles.go`, restrictedProfile
 */
const debuggerOf = (values: Arguments) => ({
  name: 'debugger',
  image: values['debugger.image'],
  command: ['sh', '-c', look],
  targetContainerName: 'app',
  securityContext: {
    runAsNonRoot: true,
    ...restrictedContainer,
    seccompProfile: { type: 'RuntimeDefault' },
  },
});

const comments = {
  '/ephemeralContainers/0': 'Only the API server writes this, when kubectl debug asks for it.',
  '/ephemeralContainers/0/targetContainerName': 'Whose PID namespace it joins.',
};
