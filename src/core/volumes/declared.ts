import type { PodVolume, VolumeType } from '../../model/pod.ts';
import type { Certainty } from '../../model/vocabulary.ts';
import { isOn } from '../features.ts';
import type { Pod } from '../pod.ts';
import { makeTokenVolume } from './service-account-token.ts';
import { isReadOnlyVolume, volumeType } from './volume-type.ts';

/** A volume that mounts can name. */
export type DeclaredVolume = {
  readonly name: string;
  readonly type: VolumeType;
  readonly origin: 'declared' | 'implicit';
  readonly pointer: string | null;
  readonly readOnly: boolean;
  /** Whether the manifest decides that it is there. */
  readonly certainty: Certainty;
  /** The entry as written; empty for a claim template or an implicit volume. */
  readonly spec: PodVolume;
};

/**
 * Lists the volumes of a Pod: its own entries in order, then the claims a StatefulSet makes from its templates (one of
 * the same name takes the place of the entry), then the implicit service-account token if a container gets it. Of two
 * entries with one name (refused by the API server) the first counts.
 *
 * @see kubernetes `pkg/controller/statefulset/stateful_set_utils.go`, updateStorage
 */
export function declaredVolumes(pod: Pod): Map<string, DeclaredVolume> {
  const volumes = new Map<string, DeclaredVolume>();
  (pod.spec.volumes ?? []).forEach((spec, i) => {
    if (!spec.name || volumes.has(spec.name)) return;
    volumes.set(spec.name, {
      name: spec.name,
      type: volumeType(spec),
      origin: 'declared',
      pointer: `${pod.manifest.pointer}/volumes/${i}`,
      readOnly: isReadOnlyVolume(spec),
      certainty:
        volumeType(spec) === 'image' && !isOn('ImageVolume', pod.options) ? 'runtime-dependent' : 'certain',
      spec,
    });
  });
  (pod.manifest.workload.volumeClaimTemplates ?? []).forEach(({ metadata }, i) => {
    if (!metadata?.name) return;
    volumes.set(metadata.name, {
      name: metadata.name,
      type: 'persistentVolumeClaim',
      origin: 'declared',
      pointer: `${pod.manifest.objectPointer}/spec/volumeClaimTemplates/${i}`,
      readOnly: false,
      certainty: 'certain',
      spec: {},
    });
  });
  const token = makeTokenVolume(pod, volumes);
  if (token !== undefined) volumes.set(token.name, token);
  return volumes;
}
