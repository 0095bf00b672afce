import { isPrivileged, type Pod, type PodContainer } from '../pod.ts';

/** Before the name of a container: the annotation that gave it a profile before there was a field. */
export const appArmorAnnotation = 'container.apparmor.security.beta.kubernetes.io/';

/**
 * The AppArmor profile of a container on a node with AppArmor: its own, the old annotation's, the Pod's, else the
 * runtime's default, which a privileged container does not get.
 *
 * @returns `Unconfined`, `RuntimeDefault`, or `Localhost/<profile>`.
 * @see containerd `internal/cri/server/container_create_linux.go`, generateApparmorSpecOpts
 */
export function appArmorProfileOf(pod: Pod, container: PodContainer): string {
  const profile =
    container.spec.securityContext?.appArmorProfile ?? pod.spec.securityContext?.appArmorProfile;
  const annotation = pod.manifest.metadata.annotations?.[`${appArmorAnnotation}${container.spec.name}`];
  if (profile?.type === 'Localhost') return `Localhost/${profile.localhostProfile ?? ''}`;
  if (profile?.type !== undefined) return profile.type;
  if (annotation === 'unconfined') return 'Unconfined';
  if (annotation?.startsWith('localhost/')) return `Localhost/${annotation.slice('localhost/'.length)}`;
  return isPrivileged(container) ? 'Unconfined' : 'RuntimeDefault';
}

/**
 * Says whether SELinux may keep two containers apart on a node that enforces it: one of them has options of its own that
 * differ from the other's. Without options all containers of a Pod get the sandbox's label, level included.
 *
 * @see containerd `internal/cri/server/container_create_linux.go`, DupSecOpt
 */
export function hasOwnLabel(a: PodContainer, b: PodContainer): boolean {
  const [optionsA, optionsB] = [a, b].map(({ spec }) => spec.securityContext?.seLinuxOptions);
  return (['user', 'role', 'type', 'level'] as const).some((part) => optionsA?.[part] !== optionsB?.[part]);
}
