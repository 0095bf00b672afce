import type { Change } from '../../model/compare.ts';
import { reasonOf } from './change-place.ts';
import { isChannel, nounOf, verbOf } from './change-words.ts';
import { codeList, codeSpan, escapeText } from './text.ts';

/** Says what is shared in another way, or decides it in another way: what it was, and what it is now. */
export const changedLines = (changes: readonly Change[]): string[] =>
  changes.map(
    (change) =>
      `- ${title(change)} was ${told(change, change.before)} and is ${told(change, change.after)} now: ${reasonOf(change)}.`,
  );

function title(change: Change): string {
  const { kind, subject, containers, direction } = change;
  const [a = '', ...others] = containers;
  if (kind === 'hostname') return 'The hostname';
  if (kind === 'lifetime') return `The order of ${codeList(containers)}`;
  if (!isChannel(kind)) return nounOf(change).replace(/^[a-z]/, (letter) => letter.toUpperCase());
  return direction === 'both'
    ? `Whether ${codeList(containers)} can ${verbOf(kind, subject)} each other`
    : `Whether ${codeSpan(a)} can ${verbOf(kind, subject)} ${codeList(others)}`;
}

const orders: Readonly<Record<string, (a: string, b: string) => string>> = {
  concurrent: () => 'both at the same time',
  'a-before-b': (a, b) => `${a}, which ends before ${b} starts`,
  'b-before-a': (a, b) => `${b}, which ends before ${a} starts`,
};

function told({ kind, containers: [a = '', b = ''] }: Change, text = ''): string {
  if (kind === 'hostname') return text === "the node's" ? text : codeSpan(text);
  if (kind === 'lifetime') return orders[text]?.(codeSpan(a), codeSpan(b)) ?? text;
  return `“${escapeText(text)}”`;
}
