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
  /** computePodActions, SyncPod */
  kubeletLifecycle: `${kubernetes}/pkg/kubelet/kuberuntime/kuberuntime_manager.go`,
  /** generatePodSandboxConfig: port mappings from spec.containers only */
  kubeletSandbox: `${kubernetes}/pkg/kubelet/kuberuntime/kuberuntime_sandbox.go`,
  /** every rule of the API server on Pods */
  validation: `${kubernetes}/pkg/apis/core/validation/validation.go`,
  /** SetDefaults_Volume, SetDefaults_Pod */
  defaults: `${kubernetes}/pkg/apis/core/v1/defaults.go`,
  /** warnings of the API server on Pods */
  warnings: `${kubernetes}/pkg/api/pod/warnings.go`,
  /** feature gates and their versions */
  features: `${kubernetes}/pkg/features/kube_features.go`,
  /** the ServiceAccount admission plugin */
  serviceAccountAdmission: `${kubernetes}/plugin/pkg/admission/serviceaccount/admission.go`,
  gitRepo: `${kubernetes}/pkg/volume/git_repo/git_repo.go`,
  sysctls: `${kubernetes}/pkg/kubelet/sysctl/safe_sysctls.go`,
  yamlDecoder: 'https://github.com/kubernetes/apimachinery/blob/v0.36.2/pkg/util/yaml/decoder.go',
  statefulSetNames: `${kubernetes}/pkg/controller/statefulset/stateful_set_utils.go`,
  jobNames: `${kubernetes}/pkg/controller/job/job_controller.go`,
  generatedNames: `${kubernetes}/staging/src/k8s.io/apiserver/pkg/storage/names/generate.go`,
  /** sandboxContainerSpec: network NODE also removes the UTS namespace */
  containerdSandbox: `${containerd}/internal/cri/server/podsandbox/sandbox_run_linux.go`,
  /** buildLinuxSpec, linuxContainerMounts */
  containerdContainer: `${containerd}/internal/cri/server/container_create.go`,
  containerdCapabilities: `${containerd}/pkg/oci/spec.go`,
  containerdAppArmor: `${containerd}/contrib/apparmor/template.go`,
  /** configureGeneratorForSandboxNamespaces: a UTS namespace of the Pod's own, always */
  crioSandbox: `${crio}/server/sandbox_run_linux.go`,
  cri: 'https://github.com/kubernetes/cri-api/blob/master/pkg/apis/runtime/v1/api.proto',
  podSecurity: `${docs}/concepts/security/pod-security-standards/`,
  shareProcessNamespace: `${docs}/tasks/configure-pod-container/share-process-namespace/`,
  sidecars: `${docs}/concepts/workloads/pods/sidecar-containers/`,
  initContainers: `${docs}/concepts/workloads/pods/init-containers/`,
  ephemeralContainers: `${docs}/concepts/workloads/pods/ephemeral-containers/`,
  volumes: `${docs}/concepts/storage/volumes/`,
  userNamespaces: `${docs}/concepts/workloads/pods/user-namespaces/`,
  windows: `${docs}/concepts/windows/intro/`,
  runtimeClass: `${docs}/concepts/containers/runtime-class/`,
  podApi: `${docs}/reference/kubernetes-api/workload-resources/pod-v1/`,
  fieldValidation: `${docs}/reference/using-api/api-concepts/#field-validation`,
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
} as const;
