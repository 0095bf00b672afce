import type { Container, PodMetadata, PodSpec } from '../../src/model/pod.ts';
import type { ContainerConfig, Mount, NamespaceOption, SandboxConfig } from './cri.ts';
import { image } from './image.ts';
import { volumePathsOf } from './mounts.ts';

/** The pure half of the kubelet: which CRI messages a Pod becomes. */

/** @see kubernetes pkg/kubelet/kuberuntime/util/util.go, NamespacesForPod */
const namespacesOf = (spec: PodSpec): NamespaceOption => ({
  network: spec.hostNetwork ? 'NODE' : 'POD',
  ipc: spec.hostIPC ? 'NODE' : 'POD',
  pid: spec.hostPID ? 'NODE' : spec.shareProcessNamespace ? 'POD' : 'CONTAINER',
});

/** @see kubernetes pkg/kubelet/kuberuntime/kuberuntime_sandbox.go, generatePodSandboxConfig */
export const sandboxConfigOf = (
  metadata: PodMetadata,
  spec: PodSpec,
  containers: readonly Container[],
  cgroupParent: string,
): SandboxConfig => {
  const { name = 'pod', namespace = 'default' } = metadata;
  return {
    metadata: { name, uid: name, namespace },
    hostname: spec.hostNetwork ? '' : hostnameOf(name, namespace, spec),
    dnsConfig: { servers: ['10.96.0.10'] },
    linux: {
      cgroupParent,
      securityContext: {
        namespaceOptions: namespacesOf(spec),
        privileged: containers.some((container) => container.securityContext?.privileged === true),
        seccomp: { profileType: 'RuntimeDefault' },
      },
      sysctls: Object.fromEntries(
        (spec.securityContext?.sysctls ?? []).map(({ name = '', value = '' }) => [name, value]),
      ),
    },
  };
};

/** Said to the kubelet when it starts; a manifest does not know it. */
export const clusterDomain = 'cluster.local';

/** @see kubernetes pkg/kubelet/kubelet_pods.go, GeneratePodHostNameAndDomain */
const hostnameOf = (name: string, namespace: string, spec: PodSpec): string => {
  if (spec.hostnameOverride !== undefined) return truncated(spec.hostnameOverride);
  const short = truncated(spec.hostname || name);
  if (!spec.subdomain || !spec.setHostnameAsFQDN) return short;
  return `${short}.${spec.subdomain}.${namespace}.svc.${clusterDomain}`;
};

const truncated = (hostname: string): string => hostname.slice(0, 63).replace(/[-.]+$/, '');

/** What the kubelet knows of a container when it starts it. */
type Start = {
  /** What `probe` shall call the container. */
  readonly ticket: string;
  readonly mounts: readonly Mount[];
  /** CRI id of the container that `targetContainerName` names. */
  readonly target: string | undefined;
};

/** The command is always `probe live`: the tests are about what surrounds a process. */
export const containerConfigOf = (spec: PodSpec, container: Container, start: Start): ContainerConfig => ({
  metadata: { name: container.name ?? '' },
  image: { image },
  command: ['/probe', 'live', start.ticket, ...volumePathsOf(container)],
  envs: [
    ...(container.env ?? []).map(({ name: key = '', value = '' }) => ({ key, value })),
    { key: 'TICKET', value: `podshare-${start.ticket}` },
  ],
  mounts: start.mounts,
  linux: { securityContext: securityContextOf(spec, container, start.target) },
});

/**
 * A target counts only where every container has a PID namespace of its own.
 *
 * @see kubernetes pkg/kubelet/kuberuntime/kuberuntime_container_linux.go, generateLinuxContainerConfig
 * @see kubernetes pkg/securitycontext/util.go, DetermineEffectiveSecurityContext
 */
const securityContextOf = (
  spec: PodSpec,
  { securityContext: own = {} }: Container,
  target: string | undefined,
): ContainerConfig['linux']['securityContext'] => {
  const pod = spec.securityContext ?? {};
  const namespaces = namespacesOf(spec);
  const group = own.runAsGroup ?? pod.runAsGroup;
  const seccomp = own.seccompProfile ?? pod.seccompProfile;
  return {
    capabilities: {
      addCapabilities: own.capabilities?.add ?? [],
      dropCapabilities: own.capabilities?.drop ?? [],
    },
    privileged: own.privileged === true,
    namespaceOptions:
      target !== undefined && namespaces.pid === 'CONTAINER'
        ? { ...namespaces, pid: 'TARGET', targetId: target }
        : namespaces,
    runAsUser: { value: own.runAsUser ?? pod.runAsUser ?? 0 },
    ...(group === undefined ? {} : { runAsGroup: { value: group } }),
    readonlyRootfs: own.readOnlyRootFilesystem === true,
    supplementalGroups: [
      ...(pod.supplementalGroups ?? []),
      ...(pod.fsGroup === undefined ? [] : [pod.fsGroup]),
    ],
    noNewPrivs: own.allowPrivilegeEscalation === false,
    seccomp: { profileType: seccomp?.type === 'RuntimeDefault' ? 'RuntimeDefault' : 'Unconfined' },
  };
};
