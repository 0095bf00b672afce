import type { PodVolume, VolumeType } from '../../model/pod.ts';
import type { DeclaredVolume } from '../volumes/declared.ts';
import { storageOf } from '../volumes/storage.ts';

/**
 * Says which storage a volume shows: its type, and what the manifest calls that which is behind it. Of a Secret that is its
 * name; what is in it is never told.
 *
 * @example nameStorage(volume) // => 'persistentVolumeClaim data'
 * @see https://kubernetes.io/docs/concepts/storage/volumes/
 */
export function nameStorage(volume: DeclaredVolume): string {
  const name = names[volume.type]?.(volume.spec, storageOf(volume).base);
  return name ? `${volume.type} ${name}` : volume.type;
}

/** Of the types whose content is the Pod's own (downwardAPI, ephemeral) there is no name. */
const names: Partial<Readonly<Record<VolumeType, (spec: PodVolume, base: string) => string | undefined>>> = {
  hostPath: (_, base) => base,
  nfs: ({ nfs }, base) => `${nfs?.server ?? ''}:${base}`,
  emptyDir: ({ emptyDir }) => emptyDir?.medium && `in ${emptyDir.medium}`,
  persistentVolumeClaim: ({ persistentVolumeClaim }) => persistentVolumeClaim?.claimName,
  secret: ({ secret }) => secret?.secretName,
  configMap: ({ configMap }) => configMap?.name,
  projected: ({ projected }) => projected?.sources?.flatMap(nameSource).join(', '),
  image: ({ image }) => image?.reference,
  csi: ({ csi }) => csi?.driver,
  gcePersistentDisk: ({ gcePersistentDisk }) => gcePersistentDisk?.pdName,
  awsElasticBlockStore: ({ awsElasticBlockStore }) => awsElasticBlockStore?.volumeID,
  azureDisk: ({ azureDisk }) => azureDisk?.diskURI,
  azureFile: ({ azureFile }) => azureFile?.shareName,
  cinder: ({ cinder }) => cinder?.volumeID,
  glusterfs: ({ glusterfs }) => glusterfs?.endpoints,
  iscsi: ({ iscsi }) => iscsi?.iqn,
  rbd: ({ rbd }) => rbd?.image,
};

type Source = NonNullable<NonNullable<PodVolume['projected']>['sources']>[number];

const nameSource = ({ secret, configMap }: Source): string[] => [
  ...(secret?.name ? [`secret ${secret.name}`] : []),
  ...(configMap?.name ? [`configMap ${configMap.name}`] : []),
];
