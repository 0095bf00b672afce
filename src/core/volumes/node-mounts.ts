import type { DeclaredVolume } from './declared.ts';
import type { Mount } from './mounts.ts';
import { cleanPath, joinPath } from './paths.ts';

/** A mount of a hostPath volume and the path of the node that it shows, by the name it has in the manifest. */
export type NodeMount = { readonly mount: Mount; readonly path: string };

/** Lists the mounts that show files of the node, subPath included; a path that variables decide counts as its volume's. */
export function listNodeMounts(mounts: readonly Mount[]): NodeMount[] {
  const bases = new Map<DeclaredVolume, string>();
  const baseOf = (volume: DeclaredVolume): string => {
    const base = bases.get(volume) ?? cleanPath(volume.spec.hostPath?.path ?? '');
    bases.set(volume, base);
    return base;
  };
  return mounts.flatMap((mount) =>
    mount.volume.type === 'hostPath' && mount.volume.spec.hostPath?.path
      ? [
          {
            mount,
            path: mount.subPath ? joinPath(baseOf(mount.volume), mount.subPath) : baseOf(mount.volume),
          },
        ]
      : [],
  );
}
