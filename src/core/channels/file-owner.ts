import type { Pod, PodContainer } from '../pod.ts';
import { hasCapability } from '../security/capabilities.ts';
import { hasOwnLabel } from '../security/confinement.ts';
import { gidOf, sameGroup, sameUser, uidOf } from '../security/identity.ts';

/**
 * Lists what stands between two users of the same files, whatever the mounts say: files made with a private mode, and
 * labels of their own. Nothing when the reader is the same user or passes over permissions as root.
 *
 * Where both are in the group of the files, group permissions are enough.
 *
 * @param takesFsGroup - Whether `fsGroup`, where the Pod has one, is the group of what is written there.
 * @see https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
 */
export function fileConditions(
  pod: Pod,
  writer: PodContainer,
  reader: PodContainer,
  takesFsGroup: boolean,
): string[] {
  const conditions: string[] = [];
  if (sameUser(pod, writer, reader) === 'no' && hasCapability(pod, reader, 'DAC_OVERRIDE') !== 'yes') {
    const uids = [writer, reader]
      .map((container) => uidOf(pod, container))
      .filter((uid) => uid !== undefined);
    const users = uids.length === 2 ? ` (runAsUser ${uids[0]} and ${uids[1]})` : '';
    const readable =
      takesFsGroup && pod.spec.securityContext?.fsGroup !== undefined
        ? 'their group, which fsGroup gives both,'
        : isInGroupOf(pod, reader, writer)
          ? 'their group, which both are in,'
          : 'other users';
    conditions.push(`Files that ${writer.name} makes allow ${readable} to read them${users}.`);
  }
  if (hasOwnLabel(writer, reader))
    conditions.push('SELinux, where it enforces, lets both labels use the files.');
  return conditions;
}

/** Says whether the group that the files of a writer get is surely one of the reader's. */
function isInGroupOf(pod: Pod, reader: PodContainer, writer: PodContainer): boolean {
  const gid = gidOf(pod, writer);
  const added = pod.spec.securityContext?.supplementalGroups ?? [];
  return sameGroup(pod, reader, writer) === 'yes' || (gid !== undefined && added.includes(gid));
}
