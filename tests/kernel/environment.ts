import type { Container, EnvVar } from '../../src/model/pod.ts';
import type { Pod } from './admission.ts';
import type { Configuration } from './configuration.ts';

/** What the kubelet knows of a Pod when it fills in values that are not in its containers. */
export type Circumstances = {
  readonly pod: Pod;
  /** The Pod's IP address. */
  readonly address: string;
  readonly nodeName: string;
  readonly configuration: Configuration;
};

/**
 * The value of a field that the downward API gives away; undefined for one that it does not know.
 *
 * @see kubernetes pkg/kubelet/kubelet_pods.go, podFieldSelectorRuntimeValue; pkg/fieldpath/fieldpath.go
 */
export const fieldOf = ({ pod, address, nodeName }: Circumstances, path: string): string | undefined => {
  const { metadata, spec } = pod;
  const [, map, key = ''] = /^metadata\.(labels|annotations)\['(.*)'\]$/.exec(path) ?? [];
  if (map !== undefined) return metadata[map as 'labels' | 'annotations']?.[key] ?? ''; // as the pattern says
  const fields: Readonly<Record<string, string | undefined>> = {
    'metadata.name': metadata.name,
    'metadata.namespace': metadata.namespace,
    'metadata.uid': metadata.uid,
    'metadata.labels': printMap(metadata.labels),
    'metadata.annotations': printMap(metadata.annotations),
    'spec.nodeName': nodeName,
    'spec.serviceAccountName': spec.serviceAccountName ?? 'default',
    'status.podIP': address,
    'status.podIPs': address,
  };
  return fields[path];
};

/** @see kubernetes pkg/fieldpath/fieldpath.go, FormatMap */
const printMap = (map: Readonly<Record<string, string>> = {}): string =>
  Object.keys(map)
    .sort()
    .map((key) => `${key}=${JSON.stringify(map[key])}`)
    .join('\n');

/**
 * Puts variables into a text: `$(NAME)` becomes the value where there is one, `$$` becomes `$`.
 *
 * @see kubernetes third_party/forked/golang/expansion/expand.go
 */
export const expand = (text: string, variables: ReadonlyMap<string, string>): string =>
  text.replaceAll(/\$\$|\$\(([^)]*)\)/g, (whole, name?: string) =>
    name === undefined ? '$' : (variables.get(name) ?? whole),
  );

/**
 * The container with a value for each variable of its environment, and with these put into its command.
 *
 * @throws Error when a field, a ConfigMap, a Secret or a key that is not optional is not there.
 * @see kubernetes pkg/kubelet/kubelet_pods.go, makeEnvironmentVariables: values take in what `env` has before them, not `envFrom`
 */
export const withEnvironment = (container: Container, circumstances: Circumstances): Container => {
  const own = new Map<string, string>();
  for (const variable of container.env ?? []) {
    const value = variableValue(variable, circumstances);
    if (value !== undefined) own.set(variable.name ?? '', expand(value, own));
  }
  const all = new Map([...importedVariables(container, circumstances.configuration), ...own]);
  const expanded = (words: readonly string[] = []) => words.map((word) => expand(word, all));
  return {
    ...container,
    env: [...all].map(([name, value]) => ({ name, value })),
    command: expanded(container.command),
    args: expanded(container.args),
  };
};

/** A reference to a ConfigMap, a Secret, or a key of one: nothing in src depends on its fields. */
type Reference = { readonly name?: string; readonly key?: string; readonly optional?: boolean };

const importedVariables = (
  { envFrom = [] }: Container,
  configuration: Configuration,
): readonly (readonly [string, string])[] =>
  envFrom.flatMap(({ prefix, configMapRef, secretRef }) => {
    const { name = '', optional } = (configMapRef ?? secretRef) as Reference; // one of the two, as the API says
    const content = configuration.all(configMapRef ? 'ConfigMap' : 'Secret', name);
    if (content === undefined && optional !== true)
      throw new Error(`There is no object ${name} for envFrom.`);
    return [...(content ?? [])].map(([key, value]) => [`${prefix ?? ''}${key}`, value.toString()] as const);
  });

const variableValue = (
  { value = '', valueFrom }: EnvVar,
  circumstances: Circumstances,
): string | undefined => {
  if (valueFrom === undefined) return value;
  const { fieldRef, configMapKeyRef, secretKeyRef } = valueFrom;
  const { name = '', key = '', optional } = (configMapKeyRef ?? secretKeyRef ?? {}) as Reference; // as the API says
  const found = fieldRef
    ? fieldOf(circumstances, fieldRef.fieldPath ?? '')
    : circumstances.configuration.get(configMapKeyRef ? 'ConfigMap' : 'Secret', name, key)?.toString();
  if (found === undefined && optional !== true)
    throw new Error(`There is no value for ${JSON.stringify(valueFrom)}.`);
  return found;
};
