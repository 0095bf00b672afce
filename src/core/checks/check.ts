import type { Edit } from '../../model/edit.ts';
import type { CheckGroup, Severity } from '../../model/vocabulary.ts';
import type { Sharing } from '../pairs.ts';
import type { Pod } from '../pod.ts';
import type { DeclaredVolume } from '../volumes/declared.ts';
import type { Mount } from '../volumes/mounts.ts';

/** What a check may look at: the Pod and what the analysis has found out about it. */
export type Facts = Sharing & {
  readonly pod: Pod;
  readonly volumes: ReadonlyMap<string, DeclaredVolume>;
  readonly mounts: readonly Mount[];
};

/** One place where a check found what it looks for. */
export type Found = {
  /** RFC 6901 pointer into the document. */
  readonly pointer: string;
  readonly message: string;
  /** Names of the containers concerned; all of the Pod's when absent. */
  readonly containers?: readonly string[];
};

/** How a finding is fixed by an edit of the text. */
export type Fix = {
  /** What is written, and how the Pod behaves differently then. */
  readonly effect: string;
  /**
   * The edits that fix one finding; none where it takes a decision of the author. They need not be safe beside others: who
   * applies them analyses the new text. Cheap: called for each finding.
   */
  readonly edits: (facts: Facts, found: Pick<Found, 'pointer'>) => readonly Edit[];
};

/** A rule of the catalogue: what people read about it, and a pure function that finds places. */
export type Check = {
  /** Stable, public, kebab-case; says what is found. Equal to the file name. */
  readonly id: string;
  readonly group: CheckGroup;
  readonly severity: Severity;
  /** One sentence: what it looks for. */
  readonly summary: string;
  /** Why it matters, in words a Pod author knows. */
  readonly why: string;
  /** What to do about it. */
  readonly remedy: string;
  readonly source: string;
  /** First Kubernetes version it applies to; absent when it always did. */
  readonly since?: `1.${number}`;
  /** Present when an edit of the text can fix it without asking. */
  readonly fix?: Fix;
  /** Finds nothing, one place, or many. Same facts, same answer. */
  readonly run: (facts: Facts) => Iterable<Found>;
};
