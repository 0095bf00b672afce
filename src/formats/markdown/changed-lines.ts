import { isChannel } from '../../model/change-kinds.ts';
import type { Change } from '../../model/compare.ts';
import { reasonOf } from './change-place.ts';
import { doing, isWithNode, nounOf } from './change-words.ts';
import { type JoinedChange, joinChanges, verdictOf } from './join-changes.ts';
import { codeList, codeSpan, escapeText } from './text.ts';

/** Says what is shared in another way, or decides it in another way: what it was, and what it is now. */
export const changedLines = (changes: readonly Change[]): string[] =>
  joinChanges(changes, []).map(
    (change) =>
      `- ${change.kind === 'lifetime' ? lifetime(change) : difference(change)}: ${reasonOf(change, [])}.`,
  );

function difference(change: JoinedChange): string {
  const { kind, before = '', after = '', varies } = change;
  if (varies === true) {
    const [was = '', is = ''] = [verdictOf(before), verdictOf(after)];
    return was === is
      ? `${titleOf(change)} depends on other conditions now`
      : `${titleOf(change)} was “${was}” and is “${is}” now`;
  }
  const tell = (text: string) => {
    if (kind === 'hostname') return text === "the node's" ? text : codeSpan(text);
    return `“${escapeText(text)}”`;
  };
  return `${titleOf(change)} was ${tell(before)} and is ${tell(after)} now`;
}

function titleOf(change: JoinedChange): string {
  const { kind, containers, direction, hub, pairs } = change;
  const [a = '', ...others] = containers;
  if (kind === 'hostname' || kind === 'runtime') return `The ${kind}`;
  if (kind === 'volume' && isWithNode(change))
    return `What is seen of the node in volume ${codeSpan(change.subject ?? '')}`;
  if (!isChannel(kind)) return nounOf(change).replace(/^[a-z]/, (letter) => letter.toUpperCase());
  if (hub !== undefined) {
    const rest = codeList(containers.filter((name) => name !== hub));
    return `Whether ${codeSpan(hub)} can ${doing([change], rest)}, and the other way round,`;
  }
  return direction === 'both'
    ? `Whether ${codeList(containers)} can ${doing([change], 'each other')}${pairs === undefined ? '' : `, in ${pairs},`}`
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
