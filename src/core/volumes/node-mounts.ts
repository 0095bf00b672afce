import type { Mount } from './mounts.ts';
import { joinPath } from './paths.ts';
import { storageOf } from './storage.ts';

/** A mount of a hostPath volume and the path of the node that it shows. */
export type NodeMount = { readonly mount: Mount; readonly path: string };

/** Lists the mounts that show files of the node, subPath included; a path that variables decide counts as its volume's. */
export const listNodeMounts = (mounts: readonly Mount[]): NodeMount[] =>
  mounts.flatMap((mount) => {
    const { key, base } = storageOf(mount.volume);
    return key === 'node' ? [{ mount, path: joinPath(base, mount.subPath ?? '') }] : [];
  });
