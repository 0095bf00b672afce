import type { VolumeType } from '../../../model/pod.ts';
import { isOn } from '../../features.ts';
import type { Pod } from '../../pod.ts';
import { sources } from '../../sources.ts';
import { sourcesOf } from '../../volumes/volume-type.ts';
import type { Check, Found } from '../check.ts';
import { listVolumes } from '../entries.ts';
import { isWhole } from '../is-whole.ts';
import { fieldOrParent, onePerPlace, refused } from '../refused.ts';
import { findUnread } from '../unread.ts';

export const incompleteVolumeSource: Check = {
  id: 'incomplete-volume-source',
  group: 'rejected',
  severity: 'error',
  summary: 'A volume does not say what it shows: the claim, the Secret, the path.',
  why: 'Most kinds of volume have fields that must be set. The API server refuses the volume, and every mount of it as one of a volume that is not there.',
  remedy: 'Set the field. In a secret volume the name is called secretName, in a configMap volume name.',
  source: sources.validation,
  *run({ pod }) {
    if (isWhole(pod.manifest)) yield* onePerPlace(findMissing(pod));
  },
};

function* findMissing(pod: Pod): Generator<Found> {
  const isUnread = findUnread(pod);
  for (const { volume, pointer } of listVolumes(pod)) {
    const [type, second] = sourcesOf(volume);
    if (type === undefined || second !== undefined) continue;
    const source: Readonly<Record<string, unknown>> = volume[type] ?? {};
    for (const field of requiredFields(pod, type)) {
      const at = `${pointer}/${type}/${field}`;
      if (source[field] || isUnread(at)) continue;
      yield refused(pod, {
        ...fieldOrParent(at, source[field]),
        gist: 'Required value',
        container: null,
        // A template may leave the image of a volume to whoever makes the Pods.
        ...(type === 'image' ? { who: 'pods' as const } : {}),
      });
    }
  }
}

const required: { readonly [T in VolumeType]?: readonly string[] } = {
  awsElasticBlockStore: ['volumeID'],
  azureFile: ['secretName', 'shareName'],
  cinder: ['volumeID'],
  configMap: ['name'],
  csi: ['driver'],
  ephemeral: ['volumeClaimTemplate'],
  flexVolume: ['driver'],
  gitRepo: ['repository'],
  glusterfs: ['endpoints', 'path'],
  hostPath: ['path'],
  image: ['reference'],
  iscsi: ['targetPortal', 'iqn'],
  nfs: ['server', 'path'],
  persistentVolumeClaim: ['claimName'],
  rbd: ['image'],
  secret: ['secretName'],
};

/** A cluster whose image volumes are off drops the source without looking at it. */
const requiredFields = ({ options }: Pod, type: VolumeType): readonly string[] =>
  type === 'image' && !isOn('ImageVolume', options) ? [] : (required[type] ?? []);
