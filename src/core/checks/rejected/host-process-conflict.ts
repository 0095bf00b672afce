import type { Pod, PodContainer } from '../../pod.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { refused } from '../refused.ts';

export const hostProcessConflict: Check = {
  id: 'host-process-conflict',
  group: 'rejected',
  severity: 'error',
  summary: 'A Windows HostProcess Pod is HostProcess in part only, or has no hostNetwork.',
  why: 'HostProcess containers run as processes of the node. All containers of the Pod have to, and the Pod has to say hostNetwork: true.',
  remedy:
    'Set hostProcess: true once, in securityContext.windowsOptions of the Pod, and hostNetwork: true; or remove hostProcess everywhere.',
  source: sources.windows,
  *run({ pod }) {
    const { spec, manifest, containers } = pod;
    const ofPod = spec.securityContext?.windowsOptions?.hostProcess;
    for (const container of containers) {
      const own = ownHostProcess(container);
      if (ofPod === undefined || own === undefined || own === ofPod) continue;
      yield refused(pod, {
        pointer: `${container.pointer}/${field}`,
        gist: 'pod hostProcess value must be identical if both are specified',
        container,
      });
    }
    const isInHost = (container: PodContainer) => ownHostProcess(container) ?? ofPod === true;
    const first = containers.find(isInHost);
    if (first === undefined) return;
    const odd = containers.find((container) => !isInHost(container));
    if (odd !== undefined) {
      yield refused(pod, {
        pointer: odd.pointer,
        at: manifest.pointer,
        gist: 'If pod contains any hostProcess containers then all containers must be HostProcess containers',
        container: odd,
      });
    }
    if (spec.hostNetwork !== true) {
      yield refused(pod, {
        pointer: spec.hostNetwork === false ? `${manifest.pointer}/hostNetwork` : placeOf(pod, first),
        at: `${manifest.pointer}/hostNetwork`,
        gist: 'hostNetwork must be true if pod contains any hostProcess containers',
      });
    }
  },
};

const field = 'securityContext/windowsOptions/hostProcess';

const ownHostProcess = ({ spec }: PodContainer): boolean | undefined =>
  spec.securityContext?.windowsOptions?.hostProcess;

/** Where it is said that a container is a HostProcess container. */
const placeOf = ({ manifest }: Pod, container: PodContainer): string =>
  `${ownHostProcess(container) === undefined ? manifest.pointer : container.pointer}/${field}`;
