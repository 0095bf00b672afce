import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { listEnv, mountedVolumes } from '../entries.ts';
import { isWhole } from '../is-whole.ts';

export const unusedVolume: Check = {
  id: 'unused-volume',
  group: 'wiring',
  severity: 'warning',
  summary: 'A volume is declared and no container mounts it.',
  why: 'The kubelet does not set it up, and no container sees it. Often a volumeMount was forgotten. A claim still counts for the scheduler: the Pod stays Pending as long as it is missing or not bound.',
  remedy: 'Mount it where it is needed, or remove it.',
  source: sources.kubeletVolumes,
  fix: {
    effect:
      'Removes the volume. No container saw it; where it is a claim, the scheduler no longer looks for that.',
    edits: ({ pod }, { pointer }) =>
      pointer.startsWith(`${pod.manifest.pointer}/volumes/`) ? [{ op: 'remove', pointer }] : [],
  },
  *run({ pod, volumes }) {
    // Operators add containers of their own, which may use it.
    if (!isWhole(pod.manifest)) return;
    const used = new Set(mountedVolumes(pod));
    for (const { entry } of listEnv(pod)) used.add(entry.valueFrom?.fileKeyRef?.volumeName);
    for (const { name, origin, pointer, type } of volumes.values()) {
      if (origin === 'implicit' || used.has(name) || pointer === null) continue;
      yield { pointer, message: `No container mounts volume ${name} (${type}).`, containers: [] };
    }
  },
};
