import type { PodManifest } from '../model/manifest.ts';
import type { Options } from '../model/options.ts';
import type { Container, PodSpec } from '../model/pod.ts';
import type { ContainerRole } from '../model/vocabulary.ts';

export type PodContainer = {
  /** Unique in the Pod; see `nameContainers`. */
  readonly name: string;
  readonly role: ContainerRole;
  /** Place in start order, from 0. */
  readonly order: number;
  /** RFC 6901 pointer into the document. */
  readonly pointer: string;
  readonly spec: Container;
};

/** A Pod as the analysis sees it: the manifest, what surrounds it, and its containers in start order. */
export type Pod = {
  /** Document index and pointer of the PodSpec: `0/spec`. */
  readonly id: string;
  readonly manifest: PodManifest;
  readonly spec: PodSpec;
  readonly os: 'linux' | 'windows';
  readonly options: Options;
  readonly containers: readonly PodContainer[];
};

/** Builds the view that every part of the analysis works on. Nothing of the manifest is changed. */
export function buildPod(manifest: PodManifest, options: Options): Pod {
  return {
    id: `${manifest.document}${manifest.pointer}`,
    manifest,
    spec: manifest.spec,
    os: isWindows(manifest.spec) ? 'windows' : 'linux',
    options,
    containers: listContainers(manifest),
  };
}

/**
 * Lists every container of a Pod in start order: init containers and sidecars as listed, then apps, then ephemeral ones.
 * The only place in the core that knows there are three lists.
 *
 * An init container with `restartPolicy: Always` is a sidecar; the same field on an app container does not make it one.
 * @see kubernetes `pkg/kubelet/kuberuntime/kuberuntime_container.go`, computeInitContainerActions
 */
function listContainers({ spec, pointer }: PodManifest): PodContainer[] {
  const refs = [
    ...place(spec.initContainers, 'initContainers', ({ restartPolicy }) =>
      restartPolicy === 'Always' ? 'sidecar' : 'init',
    ),
    ...place(spec.containers, 'containers', () => 'app'),
    ...place(spec.ephemeralContainers, 'ephemeralContainers', () => 'ephemeral'),
  ];
  const names = nameContainers(refs);
  return refs.map(({ role, path, container }, order) => ({
    name: names[order] ?? path,
    role,
    order,
    pointer: `${pointer}${path}`,
    spec: container,
  }));
}

type Ref = { readonly role: ContainerRole; readonly path: string; readonly container: Container };

const place = (
  containers: readonly Container[] | undefined,
  list: string,
  roleOf: (container: Container) => ContainerRole,
): Ref[] =>
  (containers ?? []).map((container, i) => ({ role: roleOf(container), path: `/${list}/${i}`, container }));

/**
 * Gives each container a name that is its own, so that a report can speak of it: the API server refuses missing and
 * equal names, a report must still tell the containers apart. `/containers/1` without a name becomes `containers[1]`;
 * the second `app` becomes `app#2`.
 */
function nameContainers(refs: readonly Ref[]): string[] {
  const used = new Set<string>();
  return refs.map(({ path, container }) => {
    const wanted = container.name || path.slice(1).replace(/\/(\d+)$/, '[$1]');
    let name = wanted;
    for (let i = 2; used.has(name); i += 1) name = `${wanted}#${i}`;
    used.add(name);
    return name;
  });
}

/**
 * Says whether the Pod runs on Windows: `spec.os.name`, or else the node selector (weaker, but what people write).
 * @see https://kubernetes.io/docs/concepts/windows/user-guide/
 */
const isWindows = ({ os, nodeSelector }: PodSpec): boolean =>
  (os?.name ?? nodeSelector?.['kubernetes.io/os'] ?? nodeSelector?.['beta.kubernetes.io/os']) === 'windows';

/** Says whether a container is privileged. */
export const isPrivileged = ({ spec }: PodContainer): boolean => spec.securityContext?.privileged === true;

/**
 * Says whether a container is a process of a Windows node, not isolated from it or from others like it. Its own
 * `windowsOptions` count before the Pod's.
 *
 * @see kubernetes `pkg/securitycontext/util.go`, HasWindowsHostProcessRequest
 */
export const isHostProcess = ({ os, spec: pod }: Pod, { spec }: PodContainer): boolean =>
  os === 'windows' &&
  (spec.securityContext?.windowsOptions?.hostProcess ?? pod.securityContext?.windowsOptions?.hostProcess) ===
    true;

/** Finds the container that a pointer leads to or into. */
export const containerAt = ({ containers }: Pod, pointer: string): PodContainer | undefined =>
  containers.find(
    (container) => pointer === container.pointer || pointer.startsWith(`${container.pointer}/`),
  );

/** Finds an init or app container by the name a `targetContainerName` gives. */
export const findTarget = ({ containers }: Pod, target: string): PodContainer | undefined =>
  containers.find(({ spec, role }) => spec.name === target && role !== 'ephemeral');
