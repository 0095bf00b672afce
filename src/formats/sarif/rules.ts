import type { CheckEntry } from '../format.ts';
import { codeBlock } from '../markdown/text.ts';

/** The level SARIF has for a severity. */
export const levelOf = (severity: string): string => (severity === 'info' ? 'note' : severity);

/** GitHub's word for it. */
const problemSeverity = (severity: string): string => (severity === 'info' ? 'recommendation' : severity);

/** Describes a check as a rule: what people read beside its results, and how much it weighs. */
export const ruleOf = ({
  id,
  group,
  severity,
  summary,
  why,
  remedy,
  source,
  since,
  fixable,
  bad,
  good,
}: CheckEntry) => ({
  id,
  shortDescription: { text: summary },
  fullDescription: { text: why },
  help: {
    text: `${why} ${remedy}`,
    markdown: [
      `${why}\n\n${remedy}`,
      `Found in:\n\n${codeBlock(bad, 'yaml')}`,
      `Not found in:\n\n${codeBlock(good, 'yaml')}`,
    ].join('\n\n'),
  },
  helpUri: source,
  defaultConfiguration: { level: levelOf(severity) },
  properties: {
    group,
    fixable,
    ...(since === undefined ? {} : { since }),
    tags: ['kubernetes', group],
    precision: 'very-high',
    'problem.severity': problemSeverity(severity),
  },
});
