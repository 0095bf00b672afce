import type { PodSecurityLevel, SharingKind, WorkloadKind } from '../../model/vocabulary.ts';
import type { Feature } from '../features.ts';

/** A parameter of an example: what may be changed about it. A dot stands for a level: `app.image`. */
export type Parameter = {
  readonly name: string;
  readonly default: string;
  readonly description: string;
  /** What a value must look like. */
  readonly pattern: RegExp;
  /** The same in words, to follow "must be". */
  readonly rule: string;
  /** Of a value that looks so, why it does not do, if anything: whole sentences. */
  readonly refuse?: (value: string) => readonly string[];
};

/** Parameter values by name; every parameter of the example has one. */
export type Arguments = Readonly<Record<string, string>>;

/** An object as plain data, with the comments a person would want, by pointer of what they stand above. */
export type CommentedManifest = {
  readonly manifest: Readonly<Record<string, unknown>>;
  readonly comments: Readonly<Record<string, string>>;
  /** Objects without a Pod that must be there first, such as a ConfigMap. */
  readonly needs?: readonly Readonly<Record<string, unknown>>[];
};

/** Kinds of object, the default first. */
export type Kinds = readonly [WorkloadKind, ...WorkloadKind[]];

/** A manifest that teaches one thing about sharing. */
export type Example = {
  /** Stable, public, kebab-case. Equal to the file name. */
  readonly id: string;
  readonly title: string;
  /** One or two sentences: the lesson. */
  readonly teaches: string;
  /** What else is worth knowing: what people get wrong about it, what it costs. */
  readonly lesson?: string;
  /** What its containers share on purpose. */
  readonly shares: readonly SharingKind[];
  /** The strictest Pod Security level it passes on the newest Kubernetes. */
  readonly level: PodSecurityLevel;
  /** What the cluster must know: before, the fields of the lesson are dropped. */
  readonly feature?: Feature;
  /** The kinds of object it can be. */
  readonly kinds: Kinds;
  readonly parameters: readonly Parameter[];
  /** Why values do not go together, if anything: whole sentences. */
  readonly refuse?: (values: Arguments) => readonly string[];
  /** Commands that show the sharing on a live cluster. */
  readonly show: (values: Arguments) => readonly string[];
  readonly build: (values: Arguments) => CommentedManifest;
  /** What the Pod is once the commands have changed it. */
  readonly afterwards?: (values: Arguments) => CommentedManifest;
};
