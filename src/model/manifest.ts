import type { PodMetadata, PodSpec, Workload } from './pod.ts';
import type { Problem } from './problem.ts';
import type { Range } from './report.ts';
import type { DocumentStatus } from './vocabulary.ts';

/**
 * Something the reader saw in the text that the values no longer show. The core turns observations into findings;
 * `detail` words are about fields of the API, never about what the caller wrote into them.
 */
export type Observation =
  /** A key stands twice in one map; the last one wins (`pointer`). */
  | { readonly kind: 'duplicate-key'; readonly pointer: string; readonly key: string }
  /** A field the API does not define. `suggestion` names a defined field that differs by case or a slip of the pen. */
  | {
      readonly kind: 'unknown-field';
      readonly pointer: string;
      readonly field: string;
      readonly suggestion: string | null;
      readonly sameButCase: boolean;
      /** Where the API has a field of this name: `spec.template.spec`. */
      readonly belongsIn?: string;
    }
  /** A value of the wrong type: the API server refuses to decode it. */
  | {
      readonly kind: 'wrong-type';
      readonly pointer: string;
      readonly expected: string;
      readonly found: string;
    }
  /** A plain scalar that YAML 1.1 readers (kubectl) take as a boolean: yes, no, on, off, y, n. As a key too. */
  | { readonly kind: 'yaml-1.1-boolean'; readonly pointer: string; readonly isKey: boolean }
  /** A plain scalar with a leading zero that kubectl reads as octal. `value` is what kubectl reads. */
  | { readonly kind: 'yaml-1.1-octal'; readonly pointer: string; readonly value: number }
  /** A merge key (`<<`) that overrides a key written before it in the same map, as kubectl reads it. */
  | { readonly kind: 'merge-overrides'; readonly pointer: string; readonly key: string }
  /** A line `---` inside a block scalar: kubectl cuts the document there. */
  | { readonly kind: 'separator-in-block-scalar'; readonly pointer: string }
  /** Text that podshare can read and kubectl refuses. */
  | { readonly kind: 'kubectl-refuses'; readonly pointer: string; readonly detail: string };

/** One Pod or Pod template of a manifest, read but not judged. */
export type PodManifest = {
  readonly document: number;
  /** RFC 6901 pointer of the PodSpec in its document. */
  readonly pointer: string;
  readonly apiVersion: string;
  /** Kind of the object that holds the PodSpec. */
  readonly kind: string;
  /** Pointer of that object: empty, or `/items/3` in a List. */
  readonly objectPointer: string;
  /** Name and namespace of the object that holds the PodSpec. */
  readonly name: string | null;
  readonly namespace: string | null;
  /** The object was read from an API server, which gave it a `uid` and a `resourceVersion` and wrote defaults into it: not all is its author's word. */
  readonly isStored: boolean;
  /** `metadata` of the Pod: the object's own for a Pod, the template's for a workload. */
  readonly metadata: PodMetadata;
  readonly metadataPointer: string;
  /** Fields of the workload that decide names of its Pods. Empty for a Pod. */
  readonly workload: Workload;
  readonly spec: PodSpec;
  /** What was seen inside the object that holds this Pod, in text order. */
  readonly observations: readonly Observation[];
};

export type ManifestItem = {
  readonly index: number;
  readonly status: DocumentStatus;
  readonly apiVersion: string | null;
  readonly kind: string | null;
  readonly name: string | null;
  readonly range: Range;
  readonly problems: readonly Problem[];
};

export type ManifestDocument = ManifestItem & {
  /** The items, when the document is a List; each with its pointer. */
  readonly items?: readonly (ManifestItem & { readonly pointer: string })[];
  /** The Pods of this document and its items, in text order. */
  readonly pods: readonly PodManifest[];
  /**
   * Finds where a pointer stands in the text.
   *
   * @returns The range of the key and its value for a member of a map (`hostPID: true`), of the value for an item of a list;
   * the range of the nearest parent that is there when the pointer leads nowhere. Never throws.
   */
  readonly locate: (pointer: string) => Range;
};

/** A manifest as read: every document, good or bad. */
export type Manifest = { readonly documents: readonly ManifestDocument[] };
