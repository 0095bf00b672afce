import { compare } from '../../src/api/compare.ts';
import type { Change, Comparison, PodChange } from '../../src/model/compare.ts';
import { defaultOptions, type Options } from '../../src/model/options.ts';

/** The objects as one text: a JSON document each. */
export const textOf = (objects: readonly object[]): string =>
  objects.map((object) => `---\n${JSON.stringify(object, null, 1)}\n`).join('');

/** A Pod with a name and a PodSpec. */
export const pod = (spec: object, name: string | undefined = 'web', more: object = {}) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, ...more },
  spec,
});

/** The comparison of two lists of objects; throws when one cannot be read. */
export function comparisonOf(
  before: readonly object[],
  after: readonly object[],
  options: Partial<Options> = {},
): Comparison {
  const texts = { before: textOf(before), after: textOf(after) };
  const result = compare(texts, { ...defaultOptions, ...options });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.answer;
}

/** What changed about the one Pod of two PodSpecs. */
export function podChangeOf(before: object, after: object, options: Partial<Options> = {}): PodChange {
  const [change] = comparisonOf([pod(before)], [pod(after)], options).pods;
  if (change === undefined) throw new Error('There is no Pod');
  return change;
}

/** A change in one line: `signals app+agent: no → yes at after /spec/shareProcessNamespace`. */
export const show = ({
  kind,
  subject,
  containers,
  direction,
  before,
  after,
  side,
  pointer,
}: Change): string =>
  `${kind}${subject === undefined ? '' : ` ${subject}`} ${containers.join(direction === 'a-to-b' ? '>' : '+')}: ${before ?? '-'} → ${after ?? '-'} at ${side} ${pointer}`;
