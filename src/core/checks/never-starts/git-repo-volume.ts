import { minorOf } from '../../features.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { listVolumes, mountedVolumes } from '../entries.ts';

export const gitRepoVolume: Check = {
  id: 'git-repo-volume',
  group: 'never-starts',
  severity: 'error',
  summary: 'A volume is of kind gitRepo, which nodes no longer set up.',
  why: 'The API server accepts the Pod, with a warning. The driver is off by default since 1.33 and cannot be turned on since 1.36: the volume is never ready, so once one container mounts it, none starts.',
  remedy: 'Use an emptyDir, and an init container that clones the repository into it.',
  source: sources.gitRepo,
  since: '1.33',
  *run({ pod }) {
    const isLocked = minorOf(pod.options.kubernetesVersion) >= 36;
    const mounted = mountedVolumes(pod);
    for (const { volume, pointer } of listVolumes(pod)) {
      if (volume.gitRepo === undefined || !mounted.has(volume.name)) continue;
      yield {
        pointer: `${pointer}/gitRepo`,
        message: isLocked
          ? `Volume ${volume.name} is a gitRepo: the driver is gone, so no container of the Pod starts.`
          : `Volume ${volume.name} is a gitRepo: unless the kubelet turns GitRepoVolumeDriver on, no container of the Pod starts.`,
      };
    }
  },
};
