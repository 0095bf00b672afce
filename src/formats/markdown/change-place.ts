import type { Change } from '../../model/compare.ts';
import { splitPointer } from '../../model/pointer.ts';
import { codeSpan, escapeText } from './text.ts';

/**
 * Why something changed, to stand after a colon: the field when one decides it, else the reason, and the line.
 *
 * @example reasonOf(change) // => '`shareProcessNamespace` was set on line 9'
 */
export function reasonOf({ because, pointer, side, range }: Change): string {
  const field = fieldOf(pointer);
  const line = `line ${range.start.line}`;
  if (field === undefined) {
    const text = escapeText(because).replace(/\.$/, '');
    return `${text} (${line}${side === 'before' ? ' before' : ''})`;
  }
  return side === 'before'
    ? `${codeSpan(field)} stood on ${line} before`
    : `${codeSpan(field)} was set on ${line}`;
}

/** The field a pointer ends in; nothing when it leads to a container, an item of a list, or the whole Pod. */
function fieldOf(pointer: string): string | undefined {
  const last = splitPointer(pointer).at(-1);
  return last === undefined || last === 'spec' || /^\d+$/.test(last) ? undefined : last;
}
