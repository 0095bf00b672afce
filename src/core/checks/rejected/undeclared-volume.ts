import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';

export const undeclaredVolume: Check = {
  id: 'undeclared-volume',
  group: 'rejected',
  severity: 'error',
  summary: 'A container mounts a volume that the Pod does not declare.',
  why: 'The API server refuses the Pod: volumeMounts and volumeDevices name entries of spec.volumes.',
  remedy: 'Declare the volume in spec.volumes, or correct the name.',
  source: sources.validation,
  fixable: false,
  *run({ pod, volumes }) {
    for (const { name, spec, pointer } of pod.containers) {
      for (const field of ['volumeMounts', 'volumeDevices'] as const) {
        for (const [i, mount] of (spec[field] ?? []).entries()) {
          if (mount.name === undefined || volumes.get(mount.name)?.origin === 'declared') continue;
          yield {
            pointer: `${pointer}/${field}/${i}/name`,
            message: `${name} mounts volume ${mount.name}, which the Pod does not declare.`,
            containers: [name],
          };
        }
      }
    }
  },
};
