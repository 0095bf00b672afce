import type { PodVolume, VolumeType } from '../../model/pod.ts';
import { volumeTypes } from '../../model/pod.ts';

/**
 * Lists the sources a volume entry names, in the order of the API's table. A key with nothing after it (`configMap:`) is
 * null and counts as absent, as the API server reads it.
 */
export const sourcesOf = (volume: PodVolume): VolumeType[] =>
  volumeTypes.filter((type) => volume[type] !== undefined);

/**
 * Says which kind of volume an entry is. One without a source is an emptyDir; of several (which the API server refuses)
 * the first in the API's order.
 *
 * @see kubernetes `pkg/apis/core/v1/defaults.go`, SetDefaults_Volume
 */
export const volumeType = (volume: PodVolume): VolumeType => sourcesOf(volume)[0] ?? 'emptyDir';

/**
 * Kinds whose mounts are read-only whatever the mount says: their content is the kubelet's. Since Kubernetes 1.10
 * (CVE-2017-1002102); `defaultMode` and `readOnly: false` do not change it.
 *
 * @see kubernetes `pkg/volume/{secret,configmap,downwardapi,projected,image}`, GetAttributes
 */
const readOnlyTypes: ReadonlySet<VolumeType> = new Set([
  'secret',
  'configMap',
  'downwardAPI',
  'projected',
  'image',
]);

export const isReadOnlyType = (type: VolumeType): boolean => readOnlyTypes.has(type);

/**
 * Says whether the kubelet gives volumes of a kind to the `fsGroup` of the Pod. It leaves the files of the node and of NFS
 * servers as they are; whether a claim is one of those only the cluster knows.
 *
 * @see kubernetes `pkg/volume/volume_linux.go`, SetVolumeOwnership: `pkg/volume/{hostpath,nfs}` do not call it
 */
export const takesFsGroup = (type: VolumeType): boolean => type !== 'hostPath' && type !== 'nfs';

/**
 * Says whether a volume is read-only for every container: by its kind, or by `readOnly: true` in its source.
 *
 * @see kubernetes `pkg/kubelet/kubelet_pods.go`, makeMounts (`mounter.GetAttributes().ReadOnly`)
 */
export function isReadOnlyVolume(volume: PodVolume): boolean {
  const type = volumeType(volume);
  const source = volume[type];
  return isReadOnlyType(type) || (source !== undefined && 'readOnly' in source && source.readOnly === true);
}
