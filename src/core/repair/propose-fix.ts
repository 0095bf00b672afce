import type { Edit } from '../../model/edit.ts';
import type { Finding } from '../../model/report.ts';
import type { Facts } from '../checks/check.ts';
import { checks } from '../checks/index.ts';

/** How one finding could be fixed. */
export type Proposal = {
  readonly edits: readonly Edit[];
  /** What is written, and how the Pod behaves differently then. */
  readonly effect: string;
};

/**
 * Proposes the fix of a finding.
 *
 * @returns null when its check has no fix. No edits: this one cannot be fixed without asking.
 */
export function proposeFix(facts: Facts, { check: id, pointer }: Finding): Proposal | null {
  const fix = fixes.get(id);
  return fix === undefined ? null : { edits: fix.edits(facts, { pointer }), effect: fix.effect };
}

const fixes = new Map(checks.flatMap(({ id, fix }) => (fix === undefined ? [] : [[id, fix] as const])));
