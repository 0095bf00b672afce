import type { VolumeType } from '../../../model/pod.ts';
import { sources } from '../../sources.ts';
import { sourcesOf } from '../../volumes/volume-type.ts';
import type { Check } from '../check.ts';
import { listVolumes } from '../entries.ts';
import { refused } from '../refused.ts';

export const volumeWithTwoSources: Check = {
  id: 'volume-with-two-sources',
  group: 'rejected',
  severity: 'error',
  summary: 'A volume is of two kinds at once.',
  why: 'Each volume has one source. The API server refuses the second, and every mount of the volume as one of a volume that is not there.',
  remedy: 'Make two volumes of it, or use a projected volume to bring several sources together.',
  source: sources.validation,
  *run({ pod }) {
    for (const { volume, pointer } of listVolumes(pod)) {
      const types = sourcesOf(volume);
      if (types.length < 2) continue;
      const [, ...more] = types.sort((x, y) => placeOf(x) - placeOf(y));
      for (const type of more) {
        yield refused(pod, {
          pointer: `${pointer}/${type}`,
          at: `${pointer}/${spelling[type] ?? type}`,
          gist: 'may not specify more than 1 volume type',
          container: null,
        });
      }
    }
  },
};

/** The order in which the API server looks at the sources: the first that is there stands, the others are refused. */
const inOrderOfChecking: readonly VolumeType[] = [
  'emptyDir',
  'hostPath',
  'gitRepo',
  'gcePersistentDisk',
  'awsElasticBlockStore',
  'secret',
  'nfs',
  'iscsi',
  'glusterfs',
  'flocker',
  'persistentVolumeClaim',
  'rbd',
  'cinder',
  'cephfs',
  'quobyte',
  'downwardAPI',
  'fc',
  'flexVolume',
  'configMap',
  'azureFile',
  'vsphereVolume',
  'photonPersistentDisk',
  'portworxVolume',
  'azureDisk',
  'storageos',
  'projected',
  'scaleIO',
  'csi',
  'ephemeral',
  'image',
];

const placeOf = (type: VolumeType): number => inOrderOfChecking.indexOf(type);

/** How the API server spells these two in its message. */
const spelling: { readonly [T in VolumeType]?: string } = { cephfs: 'cephFS', downwardAPI: 'downwarAPI' };
