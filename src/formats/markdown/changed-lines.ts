import { isChannel } from '../../model/change-kinds.ts';
import type { Change } from '../../model/compare.ts';
import { reasonOf } from './change-place.ts';
import { doing, nounOf } from './change-words.ts';
import { codeList, codeSpan, escapeText } from './text.ts';

/** Says what is shared in another way, or decides it in another way: what it was, and what it is now. */
export const changedLines = (changes: readonly Change[]): string[] =>
  changes.map(
    (change) =>
      `- ${change.kind === 'lifetime' ? lifetime(change) : difference(change)}: ${reasonOf(change)}.`,
  );

function difference(change: Change): string {
  const { kind, before = '', after = '' } = change;
  const tell = (text: string) => {
    if (kind === 'hostname') return text === "the node's" ? text : codeSpan(text);
    return `“${escapeText(text)}”`;
  };
  return `${title(change)} was ${tell(before)} and is ${tell(after)} now`;
}

function title(change: Change): string {
  const { kind, containers, direction } = change;
  const [a = '', ...others] = containers;
  if (kind === 'hostname') return 'The hostname';
  if (!isChannel(kind)) return nounOf(change).replace(/^[a-z]/, (letter) => letter.toUpperCase());
  return direction === 'both'
    ? `Whether ${codeList(containers)} can ${doing([change], 'each other')}`
    : `Whether ${codeSpan(a)} can ${doing([change], codeList(others))}`;
}

function lifetime({ containers: [a = '', b = ''], before, after }: Change): string {
  const [spanA, spanB] = [codeSpan(a), codeSpan(b)];
  const tell = (text: string | undefined) => {
    if (text === 'concurrent') return 'they run at the same time';
    return text === 'a-before-b'
      ? `${spanA} ends before ${spanB} starts`
      : `${spanB} ends before ${spanA} starts`;
  };
  return `Of ${spanA} and ${spanB}, ${tell(after)} now (before: ${tell(before)})`;
}
