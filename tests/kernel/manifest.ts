import { parseAllDocuments } from 'yaml';

import type { PodSpec } from '../../src/model/pod.ts';
import type { Pod } from './admission.ts';
import type { ConfigurationObject } from './configuration.ts';

type Template = { readonly metadata?: Pod['metadata']; readonly spec?: PodSpec };

/** An object of a manifest, as far as a kubelet or a controller looks at it. */
export type ManifestObject = ConfigurationObject & {
  /** Of a List. */
  readonly items?: readonly ManifestObject[];
  readonly metadata?: Pod['metadata'];
  readonly spec?: PodSpec & {
    readonly template?: Template;
    readonly jobTemplate?: { readonly spec?: { readonly template?: Template } };
  };
};

/** The objects of a manifest in their order, those of a List one by one. */
export const readObjects = (manifest: string): readonly ManifestObject[] =>
  parseAllDocuments(manifest).flatMap((document) => {
    const object: ManifestObject | undefined = withoutNulls(document.toJS());
    return object?.items ?? object ?? [];
  });

/** The API server takes a null for a field that is not there. */
const withoutNulls = (value: unknown) => JSON.parse(JSON.stringify(value), (_, part) => part ?? undefined);

/** What controllers put into the names of their Pods, by what a report says in its place. */
export const generatedParts = {
  '<pod-template-hash>': '5d8f7c9b6d',
  '<random>': 'x7k2p',
  '<ordinal>': '0',
  '<time>': '29402190',
} as const;

/**
 * How controllers name their Pods.
 *
 * @see kubernetes pkg/controller/controller_utils.go; pkg/controller/statefulset/stateful_set_utils.go, getPodName;
 * pkg/controller/cronjob/utils.go, getJobName
 */
const suffixes: Readonly<Record<string, readonly (keyof typeof generatedParts)[]>> = {
  Deployment: ['<pod-template-hash>', '<random>'],
  StatefulSet: ['<ordinal>'],
  DaemonSet: ['<random>'],
  Job: ['<random>'],
  CronJob: ['<time>', '<random>'],
};

/** The Pod that an object is, or the first one that its controller makes; undefined for an object without Pods. */
export const podOf = ({ kind = '', metadata = {}, spec }: ManifestObject): Pod | undefined => {
  if (kind === 'Pod') return { metadata, spec: spec ?? {} };
  const template = spec?.template ?? spec?.jobTemplate?.spec?.template;
  const parts = suffixes[kind];
  if (template === undefined || parts === undefined) return undefined;
  const name = [metadata.name, ...parts.map((part) => generatedParts[part])].join('-');
  const { namespace } = metadata;
  return {
    metadata: { ...template.metadata, name, ...(namespace === undefined ? {} : { namespace }) },
    spec: template.spec ?? {},
  };
};
