/**
 * The closed lists of words a report may use, in the order a report gives them.
 *
 * Plain data without a schema library, so that a function's bundle can hold the words without holding Zod.
 * `src/model/report.ts` builds the schemas from these lists; a word added here fails to compile wherever it is not handled.
 */

/** The eight Linux namespaces, in report order (namespaces(7)). */
export const namespaceKinds = ['network', 'ipc', 'uts', 'pid', 'mount', 'user', 'cgroup', 'time'] as const;
export type NamespaceKind = (typeof namespaceKinds)[number];

/** What a container is in the life of its Pod, in start order. */
export const containerRoles = ['init', 'sidecar', 'app', 'ephemeral'] as const;
export type ContainerRole = (typeof containerRoles)[number];

/** Who owns a namespace instance or a mount. The words are those of the CRI's `NamespaceMode`, in lower case. */
export const scopes = ['node', 'pod', 'container'] as const;
export type Scope = (typeof scopes)[number];

/** Whether the manifest and options decide an answer, or the container runtime may still decide otherwise. */
export const certainties = ['certain', 'runtime-dependent'] as const;
export type Certainty = (typeof certainties)[number];

/** How a pair of containers stands to one namespace kind. */
export const pairRelations = ['shared', 'shared-with-node', 'separate', 'not-applicable'] as const;
export type PairRelation = (typeof pairRelations)[number];

/** Whether two containers can be alive together, and if not, which comes first. */
export const lifetimes = ['concurrent', 'a-before-b', 'b-before-a'] as const;
export type Lifetime = (typeof lifetimes)[number];

/** What one container can do to another, in report order. */
export const channelKinds = [
  'localhost',
  'abstract-unix-socket',
  'sysv-ipc',
  'posix-mqueue',
  'shared-memory',
  'shared-files',
  'see-processes',
  'signals',
  'proc-root',
  'ptrace',
  'mount-propagation',
] as const;
export type ChannelKind = (typeof channelKinds)[number];

export const directions = ['both', 'a-to-b', 'b-to-a', 'none'] as const;
export type Direction = (typeof directions)[number];

/** `left-behind`: never alive together, but what the first leaves there the second finds. */
export const verdicts = ['yes', 'no', 'conditional', 'left-behind'] as const;
export type Verdict = (typeof verdicts)[number];

export const severities = ['error', 'warning', 'info'] as const;
export type Severity = (typeof severities)[number];

/** The groups of the catalogue of checks. */
export const checkGroups = [
  'rejected',
  'never-starts',
  'does-not-do-what-it-says',
  'misconception',
  'exposure',
  'wiring',
  'yaml',
] as const;
export type CheckGroup = (typeof checkGroups)[number];

export const accesses = ['read-write', 'read-only'] as const;
export type Access = (typeof accesses)[number];

export const propagations = ['None', 'HostToContainer', 'Bidirectional'] as const;
export type Propagation = (typeof propagations)[number];

/** The files and file systems a container runtime or the kubelet mounts into every container by itself. */
export const runtimeMountPaths = ['/dev/shm', '/etc/hosts', '/etc/hostname', '/etc/resolv.conf'] as const;
export type RuntimeMountPath = (typeof runtimeMountPaths)[number];

export const documentStatuses = ['analyzed', 'skipped', 'invalid'] as const;
export type DocumentStatus = (typeof documentStatuses)[number];

/** What containers of different Pods can share. */
export const crossPodKinds = [...namespaceKinds, 'persistentVolumeClaim', 'hostPath'] as const;
export type CrossPodKind = (typeof crossPodKinds)[number];

/** Whether containers of different Pods surely share it, or only if something the manifest does not say is so. */
export const crossPodCertainties = ['certain', 'conditional'] as const;

/** `implicit`: not in the manifest; the API server adds it. */
export const volumeOrigins = ['declared', 'implicit'] as const;

export const operatingSystems = ['linux', 'windows'] as const;

export const runtimes = ['containerd', 'cri-o'] as const;
export type Runtime = (typeof runtimes)[number];

export const cgroupVersions = ['v2', 'v1'] as const;
export type CgroupVersion = (typeof cgroupVersions)[number];

export const details = ['full', 'summary'] as const;
export type Detail = (typeof details)[number];

/** Minor versions podshare knows, oldest first; the last is the newest released (semantics of 1.37: CHANGELOG-1.38). */
export const kubernetesVersions = [
  '1.29',
  '1.30',
  '1.31',
  '1.32',
  '1.33',
  '1.34',
  '1.35',
  '1.36',
  '1.37',
] as const;
export type KubernetesVersion = (typeof kubernetesVersions)[number];

/** What a comparison tells of, in report order: each namespace, what is mounted, each channel, and what decides them. */
export const changeKinds = [
  ...namespaceKinds,
  'runtime-mount',
  'volume',
  ...channelKinds,
  'port',
  'hostname',
  'lifetime',
  'runtime',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** In which directions a change of a channel holds. */
export const changeDirections = ['both', 'a-to-b'] as const;

/** How a Pod fared between two manifests. */
export const changeStatuses = ['added', 'removed', 'changed', 'same'] as const;
export type ChangeStatus = (typeof changeStatuses)[number];

/** The two texts of a comparison. */
export const comparedSides = ['before', 'after'] as const;
export type ComparedSide = (typeof comparedSides)[number];

/** The kinds of object a generated Pod can be put into. */
export const workloadKinds = ['Pod', 'Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob'] as const;
export type WorkloadKind = (typeof workloadKinds)[number];

/** The levels of the Pod Security Standards, the strictest last. */
export const podSecurityLevels = ['privileged', 'baseline', 'restricted'] as const;
export type PodSecurityLevel = (typeof podSecurityLevels)[number];

/** What a container of an intent can be: one that debugs comes later. */
export const intentRoles = ['init', 'sidecar', 'app'] as const;

/** What containers can be wished to share, or to keep apart, by one word; `hostname` is the UTS namespace. */
export const sharedNamespaces = ['network', 'ipc', 'hostname', 'pid', 'user'] as const;
export type SharedNamespace = (typeof sharedNamespaces)[number];

/** What a Pod can be wished to share with its node. */
export const nodeNamespaces = ['host-network', 'host-ipc', 'host-pid'] as const;
export type NodeNamespace = (typeof nodeNamespaces)[number];

/** What can be wished for all containers by one word. */
export const wordWishes = [...sharedNamespaces, 'shared-memory', ...nodeNamespaces] as const;

/** Every kind of wish. */
export const sharingKinds = [
  ...sharedNamespaces,
  'shared-memory',
  'files',
  'port',
  ...nodeNamespaces,
] as const;
export type SharingKind = (typeof sharingKinds)[number];

/** How the containers of a Pod stand to one kind of namespace, in one word; `node`: all of them, with the node. */
export const namespaceShares = ['all', 'some', 'none', 'node', 'not-applicable'] as const;
export type NamespaceShare = (typeof namespaceShares)[number];

/** What can be looked up: the catalogues. */
export const topicTypes = ['namespace', 'channel', 'check', 'example'] as const;
export type TopicType = (typeof topicTypes)[number];
