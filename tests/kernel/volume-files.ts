import type { PodVolume } from '../../src/model/pod.ts';
import type { ConfigurationKind } from './configuration.ts';
import { type Circumstances, fieldOf } from './environment.ts';

/** A file that the kubelet writes into a volume. */
export type VolumeFile = { readonly path: string; readonly content: Buffer; readonly mode: number };

type Items = readonly { readonly key?: string; readonly path?: string; readonly mode?: number }[];

/** A volume source that takes keys of a ConfigMap or a Secret. */
type KeySource = { readonly items?: Items; readonly optional?: unknown };

/** One of a projected volume's sources, or what a volume of a single source is equal to. */
type Source = NonNullable<NonNullable<PodVolume['projected']>['sources']>[number];

/**
 * The files of a volume that the kubelet fills; undefined for any other volume.
 *
 * @throws Error when a ConfigMap, a Secret or a key that is not optional is not there.
 * @see kubernetes pkg/volume/projected/projected.go, collectData; configmap.go and secret.go, MakePayload
 */
export const filesOf = (
  volume: PodVolume,
  circumstances: Circumstances,
): readonly VolumeFile[] | undefined => {
  const { configMap, secret, downwardAPI, projected } = volume;
  const from = (sources: readonly Source[], mode = 0o644) =>
    sources.flatMap((source) => filesOfSource(source, mode, circumstances));
  if (configMap) return from([{ configMap }], configMap.defaultMode);
  if (secret) return from([{ secret: { ...secret, name: secret.secretName ?? '' } }], secret.defaultMode);
  if (downwardAPI) return from([{ downwardAPI }], downwardAPI.defaultMode);
  return projected && from(projected.sources ?? [], projected.defaultMode);
};

const filesOfSource = (source: Source, mode: number, circumstances: Circumstances): readonly VolumeFile[] => {
  const { configMap, secret, downwardAPI, serviceAccountToken } = source;
  if (configMap) return filesOfKeys('ConfigMap', configMap.name ?? '', configMap, mode, circumstances);
  if (secret) return filesOfKeys('Secret', secret.name ?? '', secret, mode, circumstances);
  if (serviceAccountToken) {
    return [{ path: serviceAccountToken.path ?? '', content: Buffer.from('a token'), mode }];
  }
  return (downwardAPI?.items ?? []).map(({ path = '', fieldRef, mode: own = mode }) => {
    const { fieldPath = '' } = fieldRef as { readonly fieldPath?: string }; // as the API says
    return { path, content: Buffer.from(fieldOf(circumstances, fieldPath) ?? ''), mode: own };
  });
};

const filesOfKeys = (
  kind: ConfigurationKind,
  name: string,
  { items, optional }: KeySource,
  mode: number,
  { configuration }: Circumstances,
): readonly VolumeFile[] => {
  const content = configuration.all(kind, name);
  if (content === undefined && optional !== true) throw new Error(`There is no ${kind} ${name}.`);
  if (items === undefined)
    return [...(content ?? [])].map(([path, value]) => ({ path, content: value, mode }));
  return items.flatMap(({ key = '', path = '', mode: own = mode }) => {
    const value = configuration.get(kind, name, key);
    if (value === undefined && optional !== true) throw new Error(`The ${kind} ${name} has no key ${key}.`);
    return value === undefined ? [] : { path, content: value, mode: own };
  });
};
