import type { Container, PodSpec } from '../../src/model/pod.ts';
import { containersOf, type Pod } from './admission.ts';
import type { ContainerConfig, Mount, NamespaceOption, Process, SandboxConfig } from './cri.ts';
import { bytesOf } from './quantity.ts';

/** The pure half of the kubelet: which CRI messages a Pod becomes. */

/** @see kubernetes pkg/kubelet/kuberuntime/util/util.go, NamespacesForPod */
const namespacesOf = (spec: PodSpec): NamespaceOption => ({
  network: spec.hostNetwork ? 'NODE' : 'POD',
  ipc: spec.hostIPC ? 'NODE' : 'POD',
  pid: spec.hostPID ? 'NODE' : spec.shareProcessNamespace ? 'POD' : 'CONTAINER',
});

/** @see kubernetes pkg/kubelet/kuberuntime/kuberuntime_sandbox.go, generatePodSandboxConfig */
export const sandboxConfigOf = (pod: Pod, cgroupParent: string, logDirectory: string): SandboxConfig => {
  const { metadata, spec } = pod;
  const { name = '', uid = '', namespace = '' } = metadata;
  return {
    metadata: { name, uid, namespace },
    hostname: spec.hostNetwork ? '' : hostnameOf(pod),
    logDirectory,
    dnsConfig: { servers: ['10.96.0.10'] },
    linux: {
      cgroupParent,
      securityContext: {
        namespaceOptions: namespacesOf(spec),
        privileged: containersOf(spec).some((container) => container.securityContext?.privileged === true),
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
export const hostnameOf = ({ metadata: { name = '', namespace }, spec }: Pod): string => {
  if (spec.hostnameOverride !== undefined) return truncated(spec.hostnameOverride);
  const short = truncated(spec.hostname || name);
  if (!spec.subdomain || !spec.setHostnameAsFQDN) return short;
  return `${short}.${spec.subdomain}.${namespace}.svc.${clusterDomain}`;
};

const truncated = (hostname: string): string => hostname.slice(0, 63).replace(/[-.]+$/, '');

/** What is up to whoever starts a container. */
export type Start = {
  readonly process: Process;
  /** How often it has been started before. */
  readonly attempt: number;
  /** CRI id of the container that `targetContainerName` names. */
  readonly target: string | undefined;
};

/** @see kubernetes pkg/kubelet/kuberuntime/kuberuntime_container.go, generateContainerConfig */
export const containerConfigOf = (
  spec: PodSpec,
  container: Container,
  mounts: readonly Mount[],
  start: Start,
): ContainerConfig => ({
  ...start.process,
  metadata: { name: container.name ?? '', attempt: start.attempt },
  mounts,
  linux: {
    resources: resourcesOf(container),
    securityContext: securityContextOf(spec, container, start.target),
  },
});

/** The limit of memory. Processor time is not limited: tests would only be slower. */
const resourcesOf = ({ resources }: Container): ContainerConfig['linux']['resources'] => {
  const limits = resources?.limits as { readonly memory?: unknown } | undefined; // a map by name, as the API says
  const memory = bytesOf(limits?.memory);
  return memory === undefined ? {} : { memoryLimitInBytes: memory };
};

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
