import type { Edit } from '../../model/edit.ts';
import type { PodManifest } from '../../model/manifest.ts';
import type { Options } from '../../model/options.ts';
import type { Finding, Range } from '../../model/report.ts';
import { checks } from '../checks/index.ts';
import { runChecks } from '../checks/run.ts';
import { gatherFacts } from '../gather-facts.ts';
import { waiversOf } from '../waivers.ts';

/** A finding and how to mend it. */
export type Proposal = {
  readonly finding: Finding;
  /** Edits of its document; none when there is no fix for it. */
  readonly edits: readonly Edit[];
  /** What the edits do, in words. */
  readonly effect: string;
};

/**
 * Finds what is to be found in a Pod, as its report has it, and for each finding that is wanted the edits that mend it.
 *
 * Pure. Nothing is promised about the edits together, or about what the report says after them: whoever makes them looks.
 */
export function proposeFixes(
  manifest: PodManifest,
  locate: (pointer: string) => Range,
  options: Options,
  isWanted: (finding: Finding) => boolean,
): Proposal[] {
  const facts = gatherFacts(manifest, options);
  return runChecks(facts, locate, waiversOf(facts.pod)).map((finding) => {
    const fix = isWanted(finding) ? fixes.get(finding.check) : undefined;
    return { finding, edits: fix?.edits(facts, finding) ?? [], effect: fix?.effect ?? '' };
  });
}

const fixes = new Map(checks.map(({ id, fix }) => [id, fix]));
