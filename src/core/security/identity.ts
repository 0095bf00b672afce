import type { Pod, PodContainer } from '../pod.ts';

/**
 * The uid a container's processes start with: its own `runAsUser`, else the Pod's; undefined when the image decides.
 * @see kubernetes `pkg/securitycontext/util.go`, DetermineEffectiveSecurityContext
 */
export const uidOf = ({ spec: pod }: Pod, { spec }: PodContainer): number | undefined =>
  spec.securityContext?.runAsUser ?? pod.securityContext?.runAsUser;

/** The gid, likewise. */
export const gidOf = ({ spec: pod }: Pod, { spec }: PodContainer): number | undefined =>
  spec.securityContext?.runAsGroup ?? pod.securityContext?.runAsGroup;

/** `yes` and `no` are decided by the manifest; `unknown` by the image. */
export type Certain = 'yes' | 'no' | 'unknown';

/** Says whether a container runs as root. */
export function isRoot(pod: Pod, container: PodContainer): Certain {
  const uid = uidOf(pod, container);
  if (uid !== undefined) return uid === 0 ? 'yes' : 'no';
  const nonRoot = container.spec.securityContext?.runAsNonRoot ?? pod.spec.securityContext?.runAsNonRoot;
  return nonRoot === true ? 'no' : 'unknown';
}

/** Says whether two containers run as the same user. One image with no user set runs as the same user twice. */
export function sameUser(pod: Pod, a: PodContainer, b: PodContainer): Certain {
  const [uidA, uidB] = [uidOf(pod, a), uidOf(pod, b)];
  if (uidA !== undefined && uidB !== undefined) return uidA === uidB ? 'yes' : 'no';
  if (uidA === undefined && uidB === undefined && sameImage(a, b)) return 'yes';
  const [rootA, rootB] = [isRoot(pod, a), isRoot(pod, b)];
  return rootA !== 'unknown' && rootB !== 'unknown' && rootA !== rootB ? 'no' : 'unknown';
}

/** Says whether two containers run with the same group: both set, or both left to one image with one user. */
export function sameGroup(pod: Pod, a: PodContainer, b: PodContainer): Certain {
  const [gidA, gidB] = [gidOf(pod, a), gidOf(pod, b)];
  if (gidA !== undefined && gidB !== undefined) return gidA === gidB ? 'yes' : 'no';
  return gidA === gidB && sameImage(a, b) && sameUser(pod, a, b) === 'yes' ? 'yes' : 'unknown';
}

const sameImage = (a: PodContainer, b: PodContainer): boolean =>
  a.spec.image !== undefined && a.spec.image !== '' && a.spec.image === b.spec.image;
