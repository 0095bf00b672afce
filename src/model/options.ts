import type { CgroupVersion, Detail, KubernetesVersion, Runtime } from './vocabulary.ts';
import { kubernetesVersions } from './vocabulary.ts';

/** What a caller may say about where the Pods will run and how the answer should look. */
export type Options = {
  readonly kubernetesVersion: KubernetesVersion;
  readonly runtime: Runtime;
  readonly cgroup: CgroupVersion;
  /** Kubernetes namespace of objects that name none. */
  readonly namespace: string;
  readonly detail: Detail;
  /** Ids of checks whose findings are waived. */
  readonly ignore: readonly string[];
};

const newestKubernetesVersion: KubernetesVersion =
  kubernetesVersions[kubernetesVersions.length - 1] ?? '1.37';

export const defaultOptions: Options = {
  kubernetesVersion: newestKubernetesVersion,
  runtime: 'containerd',
  cgroup: 'v2',
  namespace: 'default',
  detail: 'full',
  ignore: [],
};
