import type { WorkloadKind } from '../../../model/vocabulary.ts';
import type { Arguments, Kinds } from '../example.ts';
import { kindOf } from './kinds.ts';

/** How kubectl is told to take a Pod of an object. A CronJob has none until a Job is made from it. */
const prefixes: Readonly<Record<WorkloadKind, string>> = {
  Pod: '',
  Deployment: 'deploy/',
  StatefulSet: 'statefulset/',
  DaemonSet: 'daemonset/',
  Job: 'job/',
  CronJob: 'job/',
};

/** The commands of kubectl about one object. */
export type Kubectl = {
  /** What must be done before there is a Pod. */
  readonly start: readonly string[];
  /** The object and its namespace, as operands. */
  readonly target: string;
  /** The last lines of every container, each with the container's name in front. */
  readonly logs: () => string;
  /** The log of one container as it grows. */
  readonly follow: (container: string) => string;
  /** A program in a container. */
  readonly exec: (container: string, program: string) => string;
};

/** @see https://kubernetes.io/docs/reference/kubectl/generated/kubectl_exec/ which takes a Pod or `TYPE/NAME`. */
export function kubectl(kinds: Kinds, values: Arguments): Kubectl {
  const { name } = values;
  const kind = kindOf(values, kinds);
  const run = kind === 'CronJob' ? `${name}-now` : name;
  const target = `${prefixes[kind]}${run}${inNamespace(values)}`;
  return {
    start:
      kind === 'CronJob' ? [`kubectl create job ${run}${inNamespace(values)} --from=cronjob/${name}`] : [],
    target,
    logs: () => `kubectl logs ${target} --all-containers --prefix --tail=5`,
    follow: (container) => `kubectl logs ${target} -c ${container} -f`,
    exec: (container, program) => `kubectl exec ${target} -c ${container} -- ${program}`,
  };
}

/** The option that names the Kubernetes namespace, if there is one to name. */
export const inNamespace = ({ namespace }: Arguments): string => (namespace ? ` -n ${namespace}` : '');
