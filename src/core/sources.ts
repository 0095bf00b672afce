/** Where the rules are written: the addresses that `because.source` and `finding.source` give. */
const kubernetes = 'https://github.com/kubernetes/kubernetes/blob/v1.36.2';
const containerd = 'https://github.com/containerd/containerd/blob/v2.3.4';
const crio = 'https://github.com/cri-o/cri-o/blob/v1.36.3';
const docs = 'https://kubernetes.io/docs';
const man = 'https://man7.org/linux/man-pages';

export const sources = {
  /** NamespacesForPod, NetworkNamespaceForPod, IpcNamespaceForPod, PidNamespaceForPod */
  kubeletNamespaces: `${kubernetes}/pkg/kubelet/kuberuntime/util/util.go`,
  /** generateLinuxContainerConfig: TARGET replaces CONTAINER only */
  kubeletTarget: `${kubernetes}/pkg/kubelet/kuberuntime/kuberuntime_container_linux.go`,
  /** GetOrCreateUserNamespaceMappings */
  kubeletUserNamespaces: `${kubernetes}/pkg/kubelet/userns/userns_manager.go`,
  /** GeneratePodHostNameAndDomain, makeHostsMount, makeMounts, ExpandContainerVolumeMounts */
  kubeletPods: `${kubernetes}/pkg/kubelet/kubelet_pods.go`,
  /** generatePodSandboxConfig: port mappings from spec.containers only */
  kubeletSandbox: `${kubernetes}/pkg/kubelet/kuberuntime/kuberuntime_sandbox.go`,
  /** every rule of the API server on Pods */
  validation: `${kubernetes}/pkg/apis/core/validation/validation.go`,
  /** what workloads ask of their templates; a StatefulSet does not look into the PodSpec */
  appsValidation: `${kubernetes}/pkg/apis/apps/validation/validation.go`,
  /** warnings of the API server on Pods */
  warnings: `${kubernetes}/pkg/api/pod/warnings.go`,
  /** feature gates and their versions */
  features: `${kubernetes}/pkg/features/kube_features.go`,
  gitRepo: `${kubernetes}/pkg/volume/git_repo/git_repo.go`,
  sysctls: `${kubernetes}/pkg/kubelet/sysctl/safe_sysctls.go`,
  /** which sysctls belong to a namespace: all others are the node's */
  sysctlNamespaces: `${kubernetes}/staging/src/k8s.io/component-helpers/node/util/sysctl/namespace.go`,
  /** ExpandContainerVolumeMounts: a missing or empty variable is an error */
  kubeletExpansion: `${kubernetes}/pkg/kubelet/container/helpers.go`,
  /** GetNodenameForKernel: at most 64 characters */
  kubeletNodename: `${kubernetes}/pkg/kubelet/util/util.go`,
  /** getPodDNSType */
  kubeletDns: `${kubernetes}/pkg/kubelet/network/dns/dns.go`,
  /** ParseEnv: the file must be there */
  kubeletEnvFiles: `${kubernetes}/pkg/kubelet/util/env/env_util.go`,
  /** processPodVolumes: only what a container uses; createVolumeSpec: mounts and devices against volumeMode */
  kubeletVolumes: `${kubernetes}/pkg/kubelet/volumemanager/populator/desired_state_of_world_populator.go`,
  /** ResolveContainerPort: a name is looked up in the container's own ports */
  probePorts: `${kubernetes}/pkg/probe/util.go`,
  /** dropDisabledFields: what is off is taken out of the object */
  droppedFields: `${kubernetes}/pkg/api/pod/util.go`,
  yamlDecoder: 'https://github.com/kubernetes/apimachinery/blob/v0.36.2/pkg/util/yaml/decoder.go',
  statefulSetNames: `${kubernetes}/pkg/controller/statefulset/stateful_set_utils.go`,
  jobNames: `${kubernetes}/pkg/controller/job/job_controller.go`,
  generatedNames: `${kubernetes}/staging/src/k8s.io/apiserver/pkg/storage/names/generate.go`,
  /** sandboxContainerSpec: network NODE also removes the UTS namespace */
  containerdSandbox: `${containerd}/internal/cri/server/podsandbox/sandbox_run_linux.go`,
  /** buildLinuxSpec, linuxContainerMounts */
  containerdContainer: `${containerd}/internal/cri/server/container_create.go`,
  containerdCapabilities: `${containerd}/pkg/oci/spec.go`,
  /** configureGeneratorForSandboxNamespaces: a UTS namespace of the Pod's own, always */
  crioSandbox: `${crio}/server/sandbox_run_linux.go`,
  cri: 'https://github.com/kubernetes/cri-api/blob/master/pkg/apis/runtime/v1/api.proto',
  podSecurity: `${docs}/concepts/security/pod-security-standards/`,
  shareProcessNamespace: `${docs}/tasks/configure-pod-container/share-process-namespace/`,
  sidecars: `${docs}/concepts/workloads/pods/sidecar-containers/`,
  initContainers: `${docs}/concepts/workloads/pods/init-containers/`,
  ephemeralContainers: `${docs}/concepts/workloads/pods/ephemeral-containers/`,
  volumes: `${docs}/concepts/storage/volumes/`,
  hostPath: `${docs}/concepts/storage/volumes/#hostpath`,
  mountPropagation: `${docs}/concepts/storage/volumes/#mount-propagation`,
  readOnlyMounts: `${docs}/concepts/storage/volumes/#recursive-read-only-mounts`,
  securityContext: `${docs}/tasks/configure-pod-container/security-context/`,
  probes: `${docs}/concepts/configuration/liveness-readiness-startup-probes/`,
  hostProcess: `${docs}/tasks/configure-pod-container/create-hostprocess-pod/`,
  /** hostNetwork changes nothing on Windows unless the Pod contains HostProcess containers */
  windowsHostNetwork:
    'https://github.com/kubernetes/enhancements/tree/master/keps/sig-windows/3503-host-network-support-for-windows-pods',
  userNamespaces: `${docs}/concepts/workloads/pods/user-namespaces/`,
  windows: `${docs}/concepts/windows/intro/`,
  podApi: `${docs}/reference/kubernetes-api/workload-resources/pod-v1/`,
  fieldValidation: `${docs}/reference/using-api/api-concepts/#field-validation`,
  deprecations: `${docs}/reference/using-api/deprecation-guide/`,
  manNetworkNamespaces: `${man}/man7/network_namespaces.7.html`,
  manIpcNamespaces: `${man}/man7/ipc_namespaces.7.html`,
  manUtsNamespaces: `${man}/man7/uts_namespaces.7.html`,
  manPidNamespaces: `${man}/man7/pid_namespaces.7.html`,
  manMountNamespaces: `${man}/man7/mount_namespaces.7.html`,
  manUserNamespaces: `${man}/man7/user_namespaces.7.html`,
  manCgroupNamespaces: `${man}/man7/cgroup_namespaces.7.html`,
  manTimeNamespaces: `${man}/man7/time_namespaces.7.html`,
  manShmOverview: `${man}/man7/shm_overview.7.html`,
  manKill: `${man}/man2/kill.2.html`,
  manPtrace: `${man}/man2/ptrace.2.html`,
  manUnix: `${man}/man7/unix.7.html`,
  manCapabilities: `${man}/man7/capabilities.7.html`,
  manTail: `${man}/man1/tail.1.html`,
  /** resolve: booleans and integers of YAML 1.1 */
  yamlScalars: 'https://github.com/yaml/go-yaml/blob/v2.4.2/resolve.go',
  /** merge, setMapIndex: the later of a key and a merge wins */
  yamlMerge: 'https://github.com/yaml/go-yaml/blob/v2.4.2/decode.go',
} as const;
