import { containerAt, isPrivileged, type Pod } from '../../pod.ts';
import { addedCapabilities } from '../../security/capabilities.ts';
import { isRoot } from '../../security/identity.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';

export const capabilityWithoutRoot: Check = {
  id: 'capability-without-root',
  group: 'does-not-do-what-it-says',
  severity: 'warning',
  summary: 'A capability is added to a container that does not run as root.',
  why: 'A process of another user than root loses its capabilities when it starts, because runtimes set none as ambient. Only a program whose file carries the capability gets it back, and not with allowPrivilegeEscalation: false.',
  remedy:
    'Run the container as root with all other capabilities dropped, give the file the capability in the image (setcap), or remove it here.',
  source: sources.containerdContainer,
  fix: {
    effect:
      'Removes the added capabilities where allowPrivilegeEscalation is false, so that no program can get them either. Nothing changes for the processes of the container.',
    edits: ({ pod }, { pointer }) =>
      containerAt(pod, pointer)?.spec.securityContext?.allowPrivilegeEscalation === false
        ? [{ op: 'remove', pointer }]
        : [],
  },
  *run({ pod }) {
    if (pod.os === 'windows') return;
    for (const container of pod.containers) {
      const [first, ...others] = addedCapabilities(container);
      if (first === undefined || isPrivileged(container) || isRoot(pod, container) !== 'no') continue;
      const what = others.length === 0 ? first : `${first} and ${others.length} more`;
      const mayGain = container.spec.securityContext?.allowPrivilegeEscalation !== false;
      const unless = mayGain ? ', unless the file of its program carries it' : '';
      const advice = [first, ...others].includes('NET_BIND_SERVICE') && opensLowPorts(pod) ? noNeed : '';
      yield {
        pointer: `${container.pointer}/securityContext/capabilities/add`,
        message: `${container.name} does not run as root, so adding ${what} has no effect${unless}.${advice}`,
        containers: [container.name],
      };
    }
  },
};

const noNeed =
  ' To listen on a port below 1024 it needs no capability: containerd opens those to every user.';

/**
 * Says whether every user may listen on every port, as containerd sets it in a network of the Pod's own.
 * @see containerd `internal/cri/config/config_unix.go`, EnableUnprivilegedPorts
 */
const opensLowPorts = ({ spec, options }: Pod): boolean =>
  options.runtime === 'containerd' && spec.hostNetwork !== true;
