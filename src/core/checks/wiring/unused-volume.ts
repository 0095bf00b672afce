import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { listEnv, listVolumeDevices, listVolumeMounts } from '../entries.ts';
import { isWhole } from '../refused.ts';

export const unusedVolume: Check = {
  id: 'unused-volume',
  group: 'wiring',
  severity: 'warning',
  summary: 'A volume is declared and no container mounts it.',
  why: 'It is set up all the same: the Pod waits for its claim, ConfigMap or Secret, and no container sees it. Often a volumeMount was forgotten.',
  remedy: 'Mount it where it is needed, or remove it.',
  source: sources.volumes,
  fix: {
    effect:
      'Removes the volume. No container saw it; the Pod no longer waits for its claim, ConfigMap or Secret.',
    edits: ({ pod }, { pointer }) =>
      pointer.startsWith(`${pod.manifest.pointer}/volumes/`) ? [{ op: 'remove', pointer }] : [],
  },
  *run({ pod, volumes }) {
    // Operators add containers of their own, which may use it.
    if (!isWhole(pod.manifest)) return;
    const used = new Set<string | undefined>();
    for (const { entry } of listVolumeMounts(pod)) used.add(entry.name);
    for (const { entry } of listVolumeDevices(pod)) used.add(entry.name);
    for (const { entry } of listEnv(pod)) used.add(entry.valueFrom?.fileKeyRef?.volumeName);
    for (const { name, origin, pointer, type } of volumes.values()) {
      if (origin === 'implicit' || used.has(name) || pointer === null) continue;
      yield { pointer, message: `No container mounts volume ${name} (${type}).`, containers: [] };
    }
  },
};
