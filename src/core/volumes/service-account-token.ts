import type { PodManifest } from '../../model/manifest.ts';
import type { Pod, PodContainer } from '../pod.ts';
import type { DeclaredVolume } from './declared.ts';

/** Where the token is mounted, as the admission plugin compares it: letter by letter. */
export const serviceAccountMountPath = '/var/run/secrets/kubernetes.io/serviceaccount';

/** The API server adds a hyphen and five random characters to this name. */
export const serviceAccountVolumeName = 'kube-api-access';

/** Says whether a name begins as that of a volume that admission made, by which it knows its own. */
export const isMadeByAdmission = ({ name }: { readonly name: string }): boolean =>
  name.startsWith(`${serviceAccountVolumeName}-`);

/**
 * Says whether the API server mounts the service-account token into a container: into every init and app container that
 * mounts nothing at that exact path, unless the Pod says `automountServiceAccountToken: false`. Never into ephemeral
 * containers, which come after admission, nor where there is no admission to come.
 *
 * @see kubernetes `plugin/pkg/admission/serviceaccount/admission.go`, mountServiceAccountToken
 */
export const getsServiceAccountToken = ({ spec, manifest }: Pod, container: PodContainer): boolean =>
  spec.automountServiceAccountToken !== false &&
  !isPastAdmission(manifest) &&
  container.role !== 'ephemeral' &&
  !(container.spec.volumeMounts ?? []).some(({ mountPath }) => mountPath === serviceAccountMountPath);

/**
 * Says whether a Pod is as it runs: one that the API server has made (the volume stands in it if it has one), a static Pod
 * of the kubelet's, or the mirror of one.
 *
 * @see kubernetes `plugin/pkg/admission/serviceaccount/admission.go`, Admit; `pkg/kubelet/types/pod_update.go`
 */
function isPastAdmission({ kind, isStored, metadata: { annotations = {} } }: PodManifest): boolean {
  return (
    kind === 'Pod' &&
    (isStored ||
      annotations['kubernetes.io/config.mirror'] !== undefined ||
      annotations['kubernetes.io/config.source'] === 'file')
  );
}

/**
 * The volume that holds the token: the first whose name begins as that of one that admission made, or else the implicit one.
 *
 * @see kubernetes `plugin/pkg/admission/serviceaccount/admission.go`, mountServiceAccountToken
 */
export const findTokenVolume = (volumes: ReadonlyMap<string, DeclaredVolume>): DeclaredVolume | undefined =>
  [...volumes.values()].find((volume) => volume.origin === 'implicit' || isMadeByAdmission(volume));

/**
 * The volume that admission makes for the token; nothing when no container gets it, or when there is one that it takes.
 * Unless the Pod says `automountServiceAccountToken: true`, its ServiceAccount may still opt out: only the cluster knows.
 */
export function makeTokenVolume(
  pod: Pod,
  declared: ReadonlyMap<string, DeclaredVolume>,
): DeclaredVolume | undefined {
  if (!pod.containers.some((container) => getsServiceAccountToken(pod, container))) return undefined;
  if (findTokenVolume(declared) !== undefined) return undefined;
  return {
    name: declared.has(serviceAccountVolumeName)
      ? `${serviceAccountVolumeName}-<random>`
      : serviceAccountVolumeName,
    type: 'projected',
    origin: 'implicit',
    pointer: null,
    readOnly: true,
    certainty: pod.spec.automountServiceAccountToken === true ? 'certain' : 'runtime-dependent',
    spec: {},
  };
}
