import { builtInPodSpec, groupOf } from '../model/built-in-kinds.ts';

/** Where a kind keeps its PodSpecs: paths from the object, in which `*` stands for every member or item. */
export type PodPaths = {
  readonly paths: readonly string[];
  /** Built into Kubernetes: the PodSpec has to be there. */
  readonly isBuiltIn: boolean;
  /** The PodSpec shares its map with fields of the kind itself, so that an unknown field need not be a mistake. */
  readonly isInlined: boolean;
};

const template = '/spec/template/spec';

const replicas = (name: string) => `/spec/${name}/*/template/spec`;
const ray = (cluster: string) => [
  `${cluster}/headGroupSpec/template/spec`,
  `${cluster}/workerGroupSpecs/*/template/spec`,
];

/** API group → kind → paths, for custom resources. Sources: the type files of each project. */
const custom: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'argoproj.io': { Rollout: [template], Experiment: ['/spec/templates/*/template/spec'] },
  'jobset.x-k8s.io': { JobSet: ['/spec/replicatedJobs/*/template/spec/template/spec'] },
  'leaderworkerset.x-k8s.io': {
    LeaderWorkerSet: [
      '/spec/leaderWorkerTemplate/leaderTemplate/spec',
      '/spec/leaderWorkerTemplate/workerTemplate/spec',
    ],
  },
  'apps.kruise.io': {
    CloneSet: [template],
    StatefulSet: [template],
    DaemonSet: [template],
    BroadcastJob: [template],
    AdvancedCronJob: [
      '/spec/template/jobTemplate/spec/template/spec',
      '/spec/template/broadcastJobTemplate/spec/template/spec',
    ],
  },
  'sparkoperator.k8s.io': {
    SparkApplication: ['/spec/driver/template/spec', '/spec/executor/template/spec'],
  },
  'ray.io': {
    RayCluster: ray('/spec'),
    RayJob: [...ray('/spec/rayClusterSpec'), '/spec/submitterPodTemplate/spec'],
    RayService: ray('/spec/rayClusterConfig'),
  },
  'agents.x-k8s.io': { Sandbox: ['/spec/podTemplate/spec'] },
  'agones.dev': { GameServer: [template], Fleet: ['/spec/template/spec/template/spec'] },
  'keda.sh': { ScaledJob: ['/spec/jobTargetRef/template/spec'] },
  'kubeflow.org': {
    TFJob: [replicas('tfReplicaSpecs')],
    PyTorchJob: [replicas('pytorchReplicaSpecs')],
    MPIJob: [replicas('mpiReplicaSpecs')],
    XGBoostJob: [replicas('xgbReplicaSpecs')],
    PaddleJob: [replicas('paddleReplicaSpecs')],
    JAXJob: [replicas('jaxReplicaSpecs')],
  },
  'batch.volcano.sh': { Job: ['/spec/tasks/*/template/spec'] },
  'kueue.x-k8s.io': { Workload: ['/spec/podSets/*/template/spec'] },
  'apps.openshift.io': { DeploymentConfig: [template] },
  'flink.apache.org': {
    FlinkDeployment: [
      '/spec/podTemplate/spec',
      '/spec/jobManager/podTemplate/spec',
      '/spec/taskManager/podTemplate/spec',
    ],
  },
  'elasticsearch.k8s.elastic.co': { Elasticsearch: ['/spec/nodeSets/*/podTemplate/spec'] },
  'kibana.k8s.elastic.co': { Kibana: ['/spec/podTemplate/spec'] },
  'apm.k8s.elastic.co': { ApmServer: ['/spec/podTemplate/spec'] },
  'logstash.k8s.elastic.co': { Logstash: ['/spec/podTemplate/spec'] },
  'actions.github.com': { AutoscalingRunnerSet: [template] },
};

/** As `custom`, for kinds whose PodSpec has fields of their own in it. */
const inlined: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'serving.knative.dev': { Service: [template], Configuration: [template], Revision: ['/spec'] },
  'serving.kserve.io': {
    InferenceService: [
      '/spec/predictor',
      '/spec/predictor/workerSpec',
      '/spec/transformer',
      '/spec/explainer',
    ],
    ServingRuntime: ['/spec'],
    ClusterServingRuntime: ['/spec'],
    LLMInferenceService: ['/spec/template', '/spec/worker', '/spec/prefill/template', '/spec/prefill/worker'],
  },
};

/** Where any other kind may keep one: operators copy the shape of a Deployment. */
const fallback: PodPaths = { paths: [template], isBuiltIn: false, isInlined: false };

/** Lists the paths of a kind. The version in `apiVersion` does not matter: no kind ever moved its PodSpec. */
export function listPodPaths(apiVersion: string, kind: string): PodPaths {
  const group = groupOf({ apiVersion });
  const own = builtInPodSpec({ apiVersion, kind });
  if (own !== undefined) return { paths: [own], isBuiltIn: true, isInlined: false };
  const shared = lookUp(lookUp(inlined, group), kind);
  if (shared !== undefined) return { paths: shared, isBuiltIn: false, isInlined: true };
  const paths = lookUp(lookUp(custom, group), kind);
  return paths === undefined ? fallback : { paths, isBuiltIn: false, isInlined: false };
}

function lookUp<T>(table: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return table !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;
}
