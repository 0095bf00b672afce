/** How kubectl reaches a Pod of an object. */
export type KubectlTarget = {
  /** What `kubectl exec` and `kubectl logs` take: a Pod by its name, others with their kind; of a CronJob a Job made from it. */
  readonly target: string;
  /** What must be done before there is a Pod. */
  readonly start: readonly string[];
};

/**
 * Says how kubectl reaches a Pod of an object.
 *
 * @param scope - The option that names the namespace, with a space before it; empty for the one kubectl is set to.
 * @example kubectlTarget('CronJob', 'backup') // => { target: 'job/backup-now', start: ['kubectl create job backup-now --from=cronjob/backup'] }
 * @see https://kubernetes.io/docs/reference/kubectl/generated/kubectl_exec/ which takes a Pod or `TYPE/NAME`.
 */
export function kubectlTarget(kind: string, name: string, scope = ''): KubectlTarget {
  if (kind === 'Pod') return { target: name, start: [] };
  if (kind !== 'CronJob') return { target: `${kind.toLowerCase()}/${name}`, start: [] };
  const job = `${name}-now`;
  return {
    target: `job/${job}`,
    start: [`kubectl create job ${job}${scope} --from=cronjob/${name}`],
  };
}
