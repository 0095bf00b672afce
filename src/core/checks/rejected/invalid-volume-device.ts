import type { PodContainer } from '../../pod.ts';
import { sources } from '../../sources.ts';
import { stepsBack } from '../../volumes/paths.ts';
import type { Check, Facts } from '../check.ts';
import { gistOf, refused } from '../refused.ts';

export const invalidVolumeDevice: Check = {
  id: 'invalid-volume-device',
  group: 'rejected',
  severity: 'error',
  summary: 'A container uses a volume as a raw block device in a way it cannot.',
  why: "Only a claim can be a device. In one container it is given once, at one path of its own, and is not mounted as a file system too; its path has no '..'.",
  remedy: 'Use volumeDevices for a claim with volumeMode: Block, and volumeMounts for everything else.',
  source: sources.validation,
  *run({ pod, volumes }) {
    for (const container of pod.containers) {
      for (const [place, gist] of findFaults(container, volumes)) {
        if (gist === undefined) continue;
        yield refused(pod, { pointer: `${container.pointer}/volumeDevices/${place}`, gist, container });
      }
    }
  },
};

type Fault = readonly [place: string, gist: string | undefined];

function* findFaults({ spec }: PodContainer, volumes: Facts['volumes']): Generator<Fault> {
  const { volumeDevices = [], volumeMounts = [] } = spec;
  if (volumeDevices.length === 0) return;
  const mounted = new Set(volumeMounts.map(({ name }) => name));
  const mountPaths = new Set(volumeMounts.map(({ mountPath }) => mountPath));
  const names = new Set<string>();
  const paths = new Set<string>();
  for (const [i, { name = '', devicePath = '' }] of volumeDevices.entries()) {
    const ofName = gistOf(
      [names.has(name), 'must be unique'],
      [isDeclaredButNoClaim(volumes, name), onlyClaims],
      [mounted.has(name), 'must not already exist in volumeMounts'],
    );
    const ofPath = gistOf(
      [paths.has(devicePath), 'must be unique'],
      [stepsBack(devicePath), "can not contain backsteps ('..')"],
      [mountPaths.has(devicePath), 'must not already exist as a path in volumeMounts'],
    );
    yield [`${i}/name`, name === '' ? undefined : ofName];
    yield [`${i}/devicePath`, devicePath === '' ? undefined : ofPath];
    names.add(name);
    paths.add(devicePath);
  }
}

const onlyClaims = 'can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode';

function isDeclaredButNoClaim(volumes: Facts['volumes'], name: string): boolean {
  const volume = volumes.get(name);
  return volume !== undefined && volume.type !== 'persistentVolumeClaim' && volume.type !== 'ephemeral';
}
