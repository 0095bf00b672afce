import { groupBy } from '../../../model/group-by.ts';
import { sources } from '../../sources.ts';
import type { Mount } from '../../volumes/mounts.ts';
import type { Check } from '../check.ts';

export const samePathTwice: Check = {
  id: 'same-path-twice',
  group: 'wiring',
  severity: 'error',
  summary: 'Two mounts of one container lie at one path, spelled differently.',
  why: 'The API server compares the letters, so /data and /data/ pass. In the container they are one directory: one mount hides the other, and which one is up to the runtime.',
  remedy: 'Give each mount a path of its own, or remove one of them.',
  source: sources.containerdContainer,
  *run({ pod, mountsOf }) {
    for (const container of pod.containers) {
      const written = mountsOf(container).flatMap((mount) => {
        const path = writtenPath(mount);
        return path ? [{ mount, path }] : [];
      });
      for (const [first, ...others] of groupBy(written, ({ mount }) => mount.path).values()) {
        const other = others.find(({ path }) => path !== first.path)?.mount;
        if (other === undefined) continue;
        const { pointer, isDevice } = other.volume.origin === 'implicit' ? first.mount : other;
        yield {
          pointer: `${pointer}/${isDevice ? 'devicePath' : 'mountPath'}`,
          message: `${container.name} has volumes ${first.mount.volume.name} and ${other.volume.name} at ${other.path}: one hides the other.`,
          containers: [container.name],
        };
      }
    }
  },
};

/** The path letter by letter, if there is one; that of an implicit mount is clean. */
function writtenPath({ container: { spec }, pointer, path, volume }: Mount): string | undefined {
  if (volume.origin === 'implicit') return path;
  const [, list, at] = /\/(volumeMounts|volumeDevices)\/(\d+)$/.exec(pointer) ?? [];
  return list === 'volumeMounts'
    ? spec.volumeMounts?.[Number(at)]?.mountPath
    : spec.volumeDevices?.[Number(at)]?.devicePath;
}
