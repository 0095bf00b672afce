import { kubectlTarget } from '../../../model/kubectl-target.ts';
import type { Arguments, Kinds } from '../example.ts';
import { kindOf } from './kinds.ts';

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

/** Gets ready to write the commands about the object of an example. */
export function kubectl(kinds: Kinds, values: Arguments): Kubectl {
  const scope = inNamespace(values);
  const { name = '' } = values;
  const { target: object, start } = kubectlTarget(kindOf(values, kinds), name, scope);
  const target = `${object}${scope}`;
  return {
    start,
    target,
    logs: () => `kubectl logs ${target} --all-containers --prefix --tail=5`,
    follow: (container) => `kubectl logs ${target} -c ${container} -f`,
    exec: (container, program) => `kubectl exec ${target} -c ${container} -- ${program}`,
  };
}

/** The option that names the Kubernetes namespace, if there is one to name. */
export const inNamespace = ({ namespace }: Arguments): string => (namespace ? ` -n ${namespace}` : '');
