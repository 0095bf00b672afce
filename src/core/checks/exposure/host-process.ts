import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';

export const hostProcess: Check = {
  id: 'host-process',
  group: 'exposure',
  severity: 'warning',
  summary: 'The Pod runs as HostProcess containers on a Windows node.',
  why: 'They are processes of the node with its network and its file system; nothing is isolated, from the node or from each other.',
  remedy: 'Remove hostProcess where the Pod does not administer the node.',
  source: sources.hostProcess,
  *run({ pod: { spec, manifest, containers } }) {
    const ofPod = { pointer: manifest.pointer, spec };
    const first = [ofPod, ...containers].find(
      (each) => each.spec.securityContext?.windowsOptions?.hostProcess === true,
    );
    if (first === undefined) return;
    yield {
      pointer: `${first.pointer}/securityContext/windowsOptions/hostProcess`,
      message:
        'hostProcess is true: the containers are processes of the node, with its network and its files.',
    };
  },
};
