/** What an object says it is. */
export type Kind = { readonly apiVersion: string; readonly kind: string };

/**
 * The kinds built into Kubernetes that hold a PodSpec, each with the one apiVersion at which every version known here serves
 * it: the others are gone since 1.16 (workloads) and 1.25 (CronJob).
 *
 * @see https://kubernetes.io/docs/reference/using-api/deprecation-guide/
 */
const servedAt: Readonly<Record<string, string>> = {
  Pod: 'v1',
  PodTemplate: 'v1',
  ReplicationController: 'v1',
  Deployment: 'apps/v1',
  ReplicaSet: 'apps/v1',
  StatefulSet: 'apps/v1',
  DaemonSet: 'apps/v1',
  Job: 'batch/v1',
  CronJob: 'batch/v1',
};

/** Groups that have these kinds, or had them. No custom resource can be in one. */
const groups: ReadonlySet<string> = new Set(['', 'apps', 'batch', 'extensions']);

/** The API group of an apiVersion; empty for `v1`. */
export const groupOf = ({ apiVersion }: Pick<Kind, 'apiVersion'>): string =>
  apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';

/** Says whether the group of an object is one of Kubernetes itself. */
export const isBuiltIn = (object: Pick<Kind, 'apiVersion'>): boolean => groups.has(groupOf(object));

/**
 * The kind of Kubernetes that an object means and does not name: kubectl finds no matches for its kind.
 *
 * @example meantKind({ apiVersion: 'extensions/v1beta1', kind: 'deployment' }) // => { apiVersion: 'apps/v1', kind: 'Deployment' }
 */
export function meantKind(object: Kind): Kind | undefined {
  if (!isBuiltIn(object)) return undefined;
  const kind = Object.keys(servedAt).find((each) => each.toLowerCase() === object.kind.toLowerCase());
  const apiVersion = servedAt[kind ?? ''];
  if (kind === undefined || apiVersion === undefined) return undefined;
  return kind === object.kind && apiVersion === object.apiVersion ? undefined : { apiVersion, kind };
}
