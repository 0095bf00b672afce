import type { Because } from '../../model/report.ts';
import type { Certainty, NamespaceKind, Scope } from '../../model/vocabulary.ts';
import type { Pod, PodContainer } from '../pod.ts';

/** Which instance of a namespace (or mount) one container is in. */
export type Placement = {
  /** Identity: two containers share the instance exactly when their keys are equal. */
  readonly key: string;
  readonly scope: Scope;
  readonly owner: string | null;
  readonly certainty: Certainty;
  readonly because: Because;
};

/** One kind of namespace: what people read about it, and the rule that places a container. */
export type Namespace = {
  readonly kind: NamespaceKind;
  readonly title: string;
  /** What the kernel isolates with it. */
  readonly isolates: string;
  /** How Kubernetes shares it when no field says otherwise. */
  readonly byDefault: string;
  /** The fields that change it; empty when no field does. */
  readonly fields: readonly string[];
  /** A command that shows the instance on a live Pod. */
  readonly command: string;
  readonly source: string;
  /** Whether there is such a thing on Windows nodes. */
  readonly onWindows: boolean;
  readonly place: (pod: Pod, container: PodContainer) => Placement;
};

type Reason = {
  readonly text: string;
  readonly pointer?: string | undefined;
  readonly source: string;
  readonly certainty?: Certainty;
};

const because = ({ text, pointer, source }: Reason): Because => ({ text, pointer: pointer ?? null, source });

/** The node's own namespace, shared with everything on the node that uses it too. */
export const nodePlacement = (reason: Reason): Placement => ({
  key: 'node',
  scope: 'node',
  owner: null,
  certainty: reason.certainty ?? 'certain',
  because: because(reason),
});

/** One namespace for the Pod. */
export const podPlacement = (reason: Reason): Placement => ({
  key: 'pod',
  scope: 'pod',
  owner: null,
  certainty: reason.certainty ?? 'certain',
  because: because(reason),
});

/** A container's own namespace; `owner` is another container when this one joined it. */
export const containerPlacement = (owner: string, reason: Reason): Placement => ({
  key: `container:${owner}`,
  scope: 'container',
  owner,
  certainty: reason.certainty ?? 'certain',
  because: because(reason),
});
