import type { DeclaredVolume } from './declared.ts';
import { cleanPath, withoutVar } from './paths.ts';

/** What a volume really is: two volumes with one `key` show the same files, each from its `base` on. */
export type Storage = { readonly key: string; readonly base: string };

/** Key of the node's file system. */
export const nodeStorage = 'node';

/**
 * Says what storage a volume shows. hostPath volumes are all parts of the node's file system, volumes of one claim are one
 * volume, NFS volumes of one server are parts of its exports. Every other volume is distinct: two emptyDirs always are,
 * and two volumes of one ConfigMap or Secret hold equal but separate copies.
 *
 * @see kubernetes `pkg/kubelet/volumemanager/cache/desired_state_of_world.go`, outerVolumeSpecNames
 */
export function storageOf({ name, type, spec }: DeclaredVolume): Storage {
  if (type === 'hostPath' && spec.hostPath?.path)
    return { key: nodeStorage, base: withoutVar(cleanPath(spec.hostPath.path)) };
  if (type === 'nfs' && spec.nfs?.server) {
    return { key: `nfs:${spec.nfs.server}`, base: cleanPath(`/${spec.nfs.path ?? ''}`) };
  }
  const claim = spec.persistentVolumeClaim?.claimName;
  return { key: type === 'persistentVolumeClaim' && claim ? `claim:${claim}` : `volume:${name}`, base: '' };
}
