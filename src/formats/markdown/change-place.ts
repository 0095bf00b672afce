import type { Change } from '../../model/compare.ts';
import { listWords } from '../../model/list-words.ts';
import { splitPointer } from '../../model/pointer.ts';
import type { JoinedChange } from './join-changes.ts';
import { codeList, codeSpan, escapeText } from './text.ts';

/**
 * Why something changed, to stand after a colon: the field when one decides it, else the reason, and the line. Of a container
 * that came the field may stand there since long: then that it came is the reason.
 *
 * @param newcomers - The containers that came, unless the whole Pod did.
 * @example reasonOf(change, []) // => '`shareProcessNamespace` was set on line 9'
 */
export function reasonOf(change: JoinedChange, newcomers: readonly string[]): string {
  const {
    because,
    pointer,
    side,
    range,
    lines = [range.start.line],
    value,
    before,
    after,
    containers,
  } = change;
  const field = fieldOf(pointer);
  const line = `${lines.length > 1 ? 'lines' : 'line'} ${listWords(lines.map(String), 6)}`;
  if (field === undefined) {
    const text = escapeText(because).replace(/\.$/, '');
    return `${text} (${line}${side === 'before' ? ' before' : ''})`;
  }
  const span = codeSpan(field);
  if (side === 'before') return `${span} stood on ${line} before`;
  if (before === undefined && after !== undefined) {
    const came = containers.filter((name) => newcomers.includes(name));
    return `${came.length > 0 ? `${codeList(came)} came, and ` : ''}${span} is set on ${line}`;
  }
  return `${span} was set ${value === undefined || value === 'true' ? '' : `to ${codeSpan(value)} `}on ${line}`;
}

/** What makes two reasons one: the field at its place, or the words. */
export const reasonKey = (change: Change): string => JSON.stringify([change.pointer, fieldKey(change)]);

/** What makes two reasons one but for the place: the name of the field, or the words. */
export const fieldKey = ({ because, pointer, side }: Change): string =>
  JSON.stringify([side, fieldOf(pointer) ?? [because]]);

/** The field a pointer ends in; nothing when it leads to a container, an item of a list, or the whole Pod. */
function fieldOf(pointer: string): string | undefined {
  const last = splitPointer(pointer).at(-1);
  return last === undefined || last === 'spec' || /^\d+$/.test(last) ? undefined : last;
}
