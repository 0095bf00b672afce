import { sources } from '../../sources.ts';
import { takesFsGroup } from '../../volumes/volume-type.ts';
import type { Check } from '../check.ts';

export const fsGroupOnHostPath: Check = {
  id: 'fs-group-on-host-path',
  group: 'does-not-do-what-it-says',
  severity: 'warning',
  summary: 'fsGroup is set, and no volume of the Pod is one it works on.',
  why: 'The kubelet gives volumes that Kubernetes manages to the fsGroup. It leaves hostPath and NFS volumes as they are: the containers are in the group, but the files are not.',
  remedy:
    'Change the owner of the directory on the node or on the server, for example in an init container, or give the group it has in supplementalGroups.',
  source: sources.securityContext,
  *run({ pod, volumes }) {
    if (pod.spec.securityContext?.fsGroup === undefined || pod.os === 'windows') return;
    const declared = [...volumes.values()].filter(({ origin }) => origin === 'declared');
    const [first] = declared;
    if (first === undefined || declared.some(({ type }) => takesFsGroup(type))) return;
    yield {
      pointer: `${pod.manifest.pointer}/securityContext/fsGroup`,
      message: `fsGroup does not change who owns volume ${first.name}, a ${first.type}, and there is no volume it works on.`,
    };
  },
};
