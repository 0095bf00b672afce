/** What an object says it is. */
export type Kind = { readonly apiVersion: string; readonly kind: string };

type BuiltIn = {
  /** The one at which every version known here serves it: the others are gone since 1.16 (workloads) and 1.25 (CronJob). */
  readonly apiVersion: string;
  /** Where its PodSpec is. */
  readonly podSpec: string;
  /** The group it was in before, which still stands in many manifests. */
  readonly formerGroup?: string;
};

const template = '/spec/template/spec';

/**
 * The kinds built into Kubernetes that hold a PodSpec.
 *
 * @see https://kubernetes.io/docs/reference/using-api/deprecation-guide/
 */
const builtInKinds: ReadonlyMap<string, BuiltIn> = new Map<string, BuiltIn>([
  ['Pod', { apiVersion: 'v1', podSpec: '/spec' }],
  ['PodTemplate', { apiVersion: 'v1', podSpec: '/template/spec' }],
  ['ReplicationController', { apiVersion: 'v1', podSpec: template }],
  ['Deployment', { apiVersion: 'apps/v1', podSpec: template, formerGroup: 'extensions' }],
  ['ReplicaSet', { apiVersion: 'apps/v1', podSpec: template, formerGroup: 'extensions' }],
  ['StatefulSet', { apiVersion: 'apps/v1', podSpec: template }],
  ['DaemonSet', { apiVersion: 'apps/v1', podSpec: template, formerGroup: 'extensions' }],
  ['Job', { apiVersion: 'batch/v1', podSpec: template }],
  ['CronJob', { apiVersion: 'batch/v1', podSpec: '/spec/jobTemplate/spec/template/spec' }],
]);

/** The API group of an apiVersion; empty for `v1`. */
export const groupOf = ({ apiVersion }: Pick<Kind, 'apiVersion'>): string =>
  apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';

const groupsOf = ({ apiVersion, formerGroup }: BuiltIn): string[] => [
  groupOf({ apiVersion }),
  ...(formerGroup === undefined ? [] : [formerGroup]),
];

/** Groups that have these kinds, or had them. No custom resource can be in one. */
const groups: ReadonlySet<string> = new Set([...builtInKinds.values()].flatMap(groupsOf));

/** Says whether the group of an object is one of Kubernetes itself. */
export const isBuiltIn = (object: Pick<Kind, 'apiVersion'>): boolean => groups.has(groupOf(object));

/** Pointer of the PodSpec in an object of a kind of Kubernetes, whichever version it names; undefined for other kinds. */
export function builtInPodSpec(object: Kind): string | undefined {
  const known = builtInKinds.get(object.kind);
  return known && groupsOf(known).includes(groupOf(object)) ? known.podSpec : undefined;
}

/**
 * The kind of Kubernetes that an object means and does not name: kubectl finds no matches for its kind.
 *
 * @example meantKind({ apiVersion: 'extensions/v1beta1', kind: 'deployment' }) // => { apiVersion: 'apps/v1', kind: 'Deployment' }
 */
export function meantKind(object: Kind): Kind | undefined {
  if (!isBuiltIn(object)) return undefined;
  const name = object.kind.toLowerCase();
  for (const [kind, { apiVersion }] of builtInKinds) {
    if (kind.toLowerCase() !== name) continue;
    return kind === object.kind && apiVersion === object.apiVersion ? undefined : { apiVersion, kind };
  }
  return undefined;
}

/** Says which kind was meant, and that the API server has no other. */
export const sayMeantKind = ({ apiVersion, kind }: Kind): string =>
  `The API server has no such kind: a ${kind} has apiVersion: ${apiVersion} and kind: ${kind}.`;
