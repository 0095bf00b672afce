import { any, boolean, type Infer, integer, intOrString, list, map, object, string } from './shape.ts';

/**
 * The Pod API as far as sharing depends on it. Every other field that exists is named, so that one that is not in a table is
 * one the API does not define: with its type where people often write another, else as `any`.
 *
 * Source: kubernetes/api `core/v1/types.go`, v0.37 (PodSpec, Container, EphemeralContainerCommon, Volume, SecurityContext …).
 */

const seLinuxOptions = object({ user: string, role: string, type: string, level: string });
const seccompProfile = object({ type: string, localhostProfile: string });
const appArmorProfile = object({ type: string, localhostProfile: string });
const windowsOptions = object({
  gmsaCredentialSpecName: string,
  gmsaCredentialSpec: string,
  runAsUserName: string,
  hostProcess: boolean,
});

const containerSecurityContext = object({
  capabilities: object({ add: list(string), drop: list(string) }),
  privileged: boolean,
  seLinuxOptions,
  windowsOptions,
  runAsUser: integer,
  runAsGroup: integer,
  runAsNonRoot: boolean,
  readOnlyRootFilesystem: boolean,
  allowPrivilegeEscalation: boolean,
  procMount: string,
  seccompProfile,
  appArmorProfile,
});

const podSecurityContext = object({
  seLinuxOptions,
  windowsOptions,
  runAsUser: integer,
  runAsGroup: integer,
  runAsNonRoot: boolean,
  supplementalGroups: list(integer),
  supplementalGroupsPolicy: string,
  fsGroup: integer,
  sysctls: list(object({ name: string, value: string })),
  fsGroupChangePolicy: string,
  seccompProfile,
  appArmorProfile,
  seLinuxChangePolicy: string,
});

const exec = object({ command: list(string) });
const httpGet = object({
  path: string,
  port: intOrString,
  host: string,
  scheme: string,
  httpHeaders: list(object({ name: string, value: string })),
});
const tcpSocket = object({ port: intOrString, host: string });
const grpc = object({ port: integer, service: string });

const probe = object({
  exec,
  httpGet,
  tcpSocket,
  grpc,
  initialDelaySeconds: integer,
  timeoutSeconds: integer,
  periodSeconds: integer,
  successThreshold: integer,
  failureThreshold: integer,
  terminationGracePeriodSeconds: integer,
});

const lifecycleHandler = object({ exec, httpGet, tcpSocket, sleep: object({ seconds: integer }) });
const lifecycle = object({ postStart: lifecycleHandler, preStop: lifecycleHandler, stopSignal: string });

/** Names a ConfigMap or Secret. */
const reference = object({ name: string, optional: boolean });
const keyReference = object({ name: string, key: string, optional: boolean });

const envVar = object({
  name: string,
  value: string,
  valueFrom: object({
    fieldRef: object({ apiVersion: string, fieldPath: string }),
    resourceFieldRef: any,
    configMapKeyRef: keyReference,
    secretKeyRef: keyReference,
    fileKeyRef: object({ volumeName: string, path: string, key: string, optional: boolean }),
  }),
});

const volumeMount = object({
  name: string,
  readOnly: boolean,
  recursiveReadOnly: string,
  mountPath: string,
  subPath: string,
  mountPropagation: string,
  subPathExpr: string,
  bindMountOptions: any,
});

const containerPort = object({
  name: string,
  hostPort: integer,
  containerPort: integer,
  protocol: string,
  hostIP: string,
});

const containerFields = {
  name: string,
  image: string,
  command: list(string),
  args: list(string),
  workingDir: string,
  ports: list(containerPort),
  envFrom: list(object({ prefix: string, configMapRef: reference, secretRef: reference })),
  env: list(envVar),
  resources: object({ limits: any, requests: any, claims: list(object({ name: string, request: string })) }),
  resizePolicy: any,
  restartPolicy: string,
  restartPolicyRules: list(
    object({ action: string, exitCodes: object({ operator: string, values: list(integer) }) }),
  ),
  volumeMounts: list(volumeMount),
  volumeDevices: list(object({ name: string, devicePath: string })),
  livenessProbe: probe,
  readinessProbe: probe,
  startupProbe: probe,
  lifecycle,
  terminationMessagePath: string,
  terminationMessagePolicy: string,
  imagePullPolicy: string,
  securityContext: containerSecurityContext,
  stdin: boolean,
  stdinOnce: boolean,
  tty: boolean,
} as const;

const container = object(containerFields);
const ephemeralContainer = object({ ...containerFields, targetContainerName: string });

const items = list(object({ key: string, path: string, mode: integer }));
const downwardItems = list(object({ path: string, fieldRef: any, resourceFieldRef: any, mode: integer }));
const projectedSource = object({
  secret: object({ name: string, items, optional: boolean }),
  downwardAPI: object({ items: downwardItems }),
  configMap: object({ name: string, items, optional: boolean }),
  serviceAccountToken: object({ audience: string, expirationSeconds: integer, path: string }),
  clusterTrustBundle: any,
  podCertificate: any,
});

/** The sources a volume may have: the fields of `VolumeSource`, the removed ones too (they still parse). */
const volumeSources = {
  hostPath: object({ path: string, type: string }),
  emptyDir: object({ medium: string, sizeLimit: any, mode: any }),
  gcePersistentDisk: object({ pdName: string, fsType: any, partition: any, readOnly: boolean }),
  awsElasticBlockStore: object({ volumeID: string, fsType: any, partition: any, readOnly: boolean }),
  gitRepo: object({ repository: string, revision: any, directory: any }),
  secret: object({ secretName: string, items, defaultMode: integer, optional: boolean, defaultUser: any }),
  nfs: object({ server: string, path: string, readOnly: boolean }),
  iscsi: object({
    targetPortal: string,
    iqn: string,
    lun: any,
    iscsiInterface: any,
    fsType: any,
    readOnly: boolean,
    portals: any,
    chapAuthDiscovery: any,
    chapAuthSession: any,
    secretRef: any,
    initiatorName: any,
  }),
  glusterfs: object({ endpoints: string, path: string, readOnly: boolean }),
  persistentVolumeClaim: object({ claimName: string, readOnly: boolean }),
  rbd: object({
    monitors: any,
    image: string,
    fsType: any,
    pool: any,
    user: any,
    keyring: any,
    secretRef: any,
    readOnly: boolean,
  }),
  flexVolume: object({ driver: string, fsType: any, secretRef: any, readOnly: boolean, options: any }),
  cinder: object({ volumeID: string, fsType: any, readOnly: boolean, secretRef: any }),
  cephfs: object({ monitors: any, path: any, user: any, secretFile: any, secretRef: any, readOnly: boolean }),
  flocker: object({ datasetName: any, datasetUUID: any }),
  downwardAPI: object({ items: downwardItems, defaultMode: integer, defaultUser: any }),
  fc: object({ targetWWNs: any, lun: any, fsType: any, readOnly: boolean, wwids: any }),
  azureFile: object({ secretName: string, shareName: string, readOnly: boolean }),
  configMap: object({ name: string, items, defaultMode: integer, optional: boolean, defaultUser: any }),
  vsphereVolume: object({ volumePath: any, fsType: any, storagePolicyName: any, storagePolicyID: any }),
  quobyte: object({ registry: any, volume: any, readOnly: boolean, user: any, group: any, tenant: any }),
  azureDisk: object({
    diskName: any,
    diskURI: string,
    cachingMode: any,
    fsType: any,
    readOnly: boolean,
    kind: any,
  }),
  photonPersistentDisk: object({ pdID: any, fsType: any }),
  projected: object({ sources: list(projectedSource), defaultMode: integer, defaultUser: any }),
  portworxVolume: object({ volumeID: any, fsType: any, readOnly: boolean }),
  scaleIO: object({
    gateway: any,
    system: any,
    secretRef: any,
    sslEnabled: any,
    protectionDomain: any,
    storagePool: any,
    storageMode: any,
    volumeName: any,
    fsType: any,
    readOnly: boolean,
  }),
  storageos: object({
    volumeName: any,
    volumeNamespace: any,
    fsType: any,
    readOnly: boolean,
    secretRef: any,
  }),
  csi: object({
    driver: string,
    readOnly: boolean,
    fsType: any,
    volumeAttributes: any,
    nodePublishSecretRef: any,
  }),
  ephemeral: object({ volumeClaimTemplate: any }),
  image: object({ reference: string, pullPolicy: any }),
} as const;

export const volumeTypes = Object.keys(volumeSources) as readonly (keyof typeof volumeSources)[];
export type VolumeType = keyof typeof volumeSources;

const volume = object({ name: string, ...volumeSources });

export const podSpecShape = object({
  volumes: list(volume),
  initContainers: list(container),
  containers: list(container),
  ephemeralContainers: list(ephemeralContainer),
  restartPolicy: string,
  terminationGracePeriodSeconds: integer,
  activeDeadlineSeconds: integer,
  dnsPolicy: string,
  nodeSelector: map(string),
  serviceAccountName: string,
  serviceAccount: string,
  automountServiceAccountToken: boolean,
  nodeName: string,
  hostNetwork: boolean,
  hostPID: boolean,
  hostIPC: boolean,
  shareProcessNamespace: boolean,
  securityContext: podSecurityContext,
  imagePullSecrets: list(object({ name: string })),
  hostname: string,
  subdomain: string,
  affinity: any,
  schedulerName: string,
  tolerations: any,
  hostAliases: list(object({ ip: string, hostnames: list(string) })),
  priorityClassName: string,
  priority: integer,
  dnsConfig: object({ nameservers: list(string), searches: list(string), options: any }),
  readinessGates: any,
  runtimeClassName: string,
  enableServiceLinks: boolean,
  preemptionPolicy: string,
  overhead: any,
  topologySpreadConstraints: any,
  setHostnameAsFQDN: boolean,
  os: object({ name: string }),
  hostUsers: boolean,
  schedulingGates: any,
  resourceClaims: list(object({ name: string, resourceClaimName: any, resourceClaimTemplateName: any })),
  resources: object({ limits: any, requests: any, claims: any }),
  hostnameOverride: string,
  workloadRef: any,
  schedulingGroup: any,
});

/** The part of ObjectMeta that matters; its other fields are not looked at. */
export const podMetadataShape = object({
  name: string,
  generateName: string,
  namespace: string,
  uid: string,
  resourceVersion: string,
  labels: map(string),
  annotations: map(string),
});

const objectMeta = object({
  name: string,
  generateName: any,
  namespace: any,
  selfLink: any,
  uid: any,
  resourceVersion: any,
  generation: any,
  creationTimestamp: any,
  deletionTimestamp: any,
  deletionGracePeriodSeconds: any,
  labels: map(string),
  annotations: map(string),
  ownerReferences: any,
  finalizers: any,
  managedFields: any,
});

/** The fields of a workload's `spec` that decide what its Pods are called and which claims they get. */
export const workloadShape = object({
  serviceName: string,
  completionMode: string,
  replicas: integer,
  volumeClaimTemplates: list(
    object({ apiVersion: any, kind: any, metadata: objectMeta, spec: any, status: any }),
  ),
});

/** Labels, as a ReplicationController selects by them. */
export const labelsShape = map(string);

/** The part of a LabelSelector, by which the newer workloads select, that holds labels. */
export const labelSelectorShape = object({ matchLabels: labelsShape });

export type PodSpec = Infer<typeof podSpecShape>;
export type PodMetadata = Infer<typeof podMetadataShape>;
export type Workload = Infer<typeof workloadShape>;
export type EphemeralContainer = Infer<typeof ephemeralContainer>;
/** Any container: `targetContainerName` is there only on ephemeral ones. */
export type Container = EphemeralContainer;
export type ContainerSecurityContext = Infer<typeof containerSecurityContext>;
export type PodSecurityContext = Infer<typeof podSecurityContext>;
export type VolumeMount = Infer<typeof volumeMount>;
export type ContainerPort = Infer<typeof containerPort>;
export type EnvVar = Infer<typeof envVar>;
export type Probe = Infer<typeof probe>;
export type PodVolume = Infer<typeof volume>;
