import type { Pod, PodContainer } from '../pod.ts';
import { hasCapability } from '../security/capabilities.ts';
import { hasOwnLabel } from '../security/confinement.ts';
import { sameUser, uidOf } from '../security/identity.ts';

/**
 * Lists what stands between two users of the same files, whatever the mounts say: files made with a private mode, and
 * labels of their own. Nothing when the reader is the same user or passes over permissions as root.
 *
 * `fsGroup` puts both in one group, so that group permissions are enough.
 * @see https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
 */
export function fileConditions(
  pod: Pod,
  writer: PodContainer,
  reader: PodContainer,
  hasFsGroup: boolean,
): string[] {
  const conditions: string[] = [];
  if (sameUser(pod, writer, reader) === 'no' && hasCapability(pod, reader, 'DAC_OVERRIDE') !== 'yes') {
    const uids = [writer, reader]
      .map((container) => uidOf(pod, container))
      .filter((uid) => uid !== undefined);
    const users = uids.length === 2 ? ` (runAsUser ${uids[0]} and ${uids[1]})` : '';
    conditions.push(
      hasFsGroup
        ? `Files that ${writer.name} makes allow their group, which fsGroup gives both, to read them${users}.`
        : `Files that ${writer.name} makes allow other users to read them${users}.`,
    );
  }
  if (hasOwnLabel(writer, reader))
    conditions.push('SELinux, where it enforces, lets both labels use the files.');
  return conditions;
}
