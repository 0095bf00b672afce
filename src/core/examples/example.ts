/** A parameter of an example: what may be changed about it. A dot stands for a level: `app.image`. */
export type Parameter = {
  readonly name: string;
  readonly default: string;
  readonly description: string;
  /** What a value must look like. */
  readonly pattern: RegExp;
};

/** Parameter values by name; every parameter of the example has one. */
export type Arguments = Readonly<Record<string, string>>;

/** A manifest as plain data, with the comments a person would want, by pointer of what they stand above. */
export type CommentedManifest = {
  readonly manifest: Readonly<Record<string, unknown>>;
  readonly comments: Readonly<Record<string, string>>;
};

/** A manifest that teaches one thing about sharing. */
export type Example = {
  /** Stable, public, kebab-case. Equal to the file name. */
  readonly id: string;
  readonly title: string;
  /** One or two sentences: the lesson. */
  readonly teaches: string;
  /** What its containers share on purpose. */
  readonly shares: readonly string[];
  readonly parameters: readonly Parameter[];
  /** Commands that show the sharing on a live cluster. */
  readonly show: (values: Arguments) => readonly string[];
  readonly build: (values: Arguments) => CommentedManifest;
};

/** Names of Pods and containers: DNS-1123 labels. */
export const labelPattern = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

/** References of images: no white space, nothing a shell or YAML would take apart. */
export const imagePattern = /^[A-Za-z0-9][-A-Za-z0-9._/:@]{0,254}$/;

/** Absolute paths of plain names, safe in a shell command. */
export const pathPattern = /^(\/[-A-Za-z0-9._]+){1,16}$/;
