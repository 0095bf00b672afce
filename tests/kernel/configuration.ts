/** Kinds whose keys a Pod can read. */
export type ConfigurationKind = 'ConfigMap' | 'Secret';

/** The ConfigMaps and Secrets that are in the Pod's Kubernetes namespace. */
export type Configuration = {
  /** The value of every key; undefined when there is no such object. */
  readonly all: (kind: ConfigurationKind, name: string) => ReadonlyMap<string, Buffer> | undefined;
  /** The value of one key; undefined when there is no such object or key. */
  readonly get: (kind: ConfigurationKind, name: string, key: string) => Buffer | undefined;
};

/** For tests that do not look at contents: every key that is named is there. */
export const anyConfiguration: Configuration = {
  all: () => new Map(),
  get: () => Buffer.from('content\n'),
};

/** An object of a manifest that may be a ConfigMap or a Secret. */
export type ConfigurationObject = {
  readonly kind?: string;
  readonly metadata?: { readonly name?: string };
  readonly data?: Readonly<Record<string, string>>;
  readonly stringData?: Readonly<Record<string, string>>;
  readonly binaryData?: Readonly<Record<string, string>>;
};

/** In every Kubernetes namespace: the certificate that the service-account token's volume brings. */
const rootCertificate: ConfigurationObject = {
  kind: 'ConfigMap',
  metadata: { name: 'kube-root-ca.crt' },
  data: { 'ca.crt': 'a certificate\n' },
};

/** Just the ConfigMaps and Secrets among some objects, and what every namespace has. */
export const configurationOf = (objects: readonly ConfigurationObject[]): Configuration => {
  const contents = new Map(
    [rootCertificate, ...objects].map((object) => [
      `${object.kind} ${object.metadata?.name}`,
      contentOf(object),
    ]),
  );
  const all = (kind: ConfigurationKind, name: string) => contents.get(`${kind} ${name}`);
  return { all, get: (kind, name, key) => all(kind, name)?.get(key) };
};

/** @see kubernetes api core/v1 types.go: ConfigMap.Data is text, ConfigMap.BinaryData and Secret.Data are base64 */
const contentOf = ({
  kind,
  data,
  stringData,
  binaryData,
}: ConfigurationObject): ReadonlyMap<string, Buffer> =>
  new Map([
    ...decoded(data, kind === 'Secret' ? 'base64' : 'utf8'),
    ...decoded(binaryData, 'base64'),
    ...decoded(stringData, 'utf8'),
  ]);

const decoded = (
  values: Readonly<Record<string, string>> = {},
  encoding: 'base64' | 'utf8',
): readonly (readonly [string, Buffer])[] =>
  Object.entries(values).map(([key, value]) => [key, Buffer.from(value, encoding)]);
