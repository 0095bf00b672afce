import type { VolumeType } from '../../../model/pod.ts';
import { minorOf } from '../../features.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { listVolumes, mountedVolumes } from '../entries.ts';

/**
 * The minor version since which a kind of volume is gone.
 * @see kubernetes `pkg/api/pod/warnings.go`, warningsForPodSpecAndMeta
 */
const goneSince = {
  photonPersistentDisk: 16,
  scaleIO: 22,
  flocker: 25,
  storageos: 25,
  quobyte: 25,
  glusterfs: 26,
  cephfs: 31,
  rbd: 31,
} as const satisfies Partial<Record<VolumeType, number>>;

/** Every key of the table is a kind of volume, and there are no others. */
const goneTypes = Object.keys(goneSince) as (keyof typeof goneSince)[];

export const removedVolumeType: Check = {
  id: 'removed-volume-type',
  group: 'never-starts',
  severity: 'error',
  summary: 'A volume is of a kind that Kubernetes has removed.',
  why: 'The field still exists, so the API server accepts the Pod with a warning, but no node can set up the volume: once one container mounts it, none starts.',
  remedy: 'Use a PersistentVolumeClaim of a CSI driver for that storage.',
  source: sources.warnings,
  *run({ pod }) {
    const minor = minorOf(pod.options.kubernetesVersion);
    const mounted = mountedVolumes(pod);
    for (const { volume, pointer } of listVolumes(pod)) {
      for (const type of goneTypes) {
        if (volume[type] === undefined || !mounted.has(volume.name) || minor < goneSince[type]) continue;
        yield {
          pointer: `${pointer}/${type}`,
          message: `Volume ${volume.name} is of kind ${type}, which is gone since Kubernetes 1.${goneSince[type]}: no container of the Pod starts.`,
        };
      }
    }
  },
};
