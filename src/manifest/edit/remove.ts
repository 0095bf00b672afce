import type { ListNode, MapNode, Span } from '../node.ts';
import { isFirstOnLine, type Layout, lineEnd, lineStart, tokenAfter, tokenBefore } from './layout.ts';
import { removeFromFlow } from './remove-from-flow.ts';
import { readComments, removeLines } from './remove-lines.ts';
import type { TextChange } from './text-change.ts';

/**
 * Removes members or items of one map or list from the text, with every comment kept: one that stood in or behind what is
 * removed has a line of its own there.
 *
 * @param spans In text order; those of members that do not count, too.
 * @param isEmptied Whether nothing is left; then it becomes `{}` or `[]`.
 * @returns null where the layout does not allow it.
 */
export function removeChildren(
  parent: MapNode | ListNode,
  spans: readonly Span[],
  isEmptied: boolean,
  layout: Layout,
): TextChange[] | null {
  if ('{['.includes(layout.text.charAt(parent.start))) return removeFromFlow(spans, layout);
  const runs = joinNeighbours(
    parent.type === 'list' ? spans.map((span) => withDash(span, layout)) : spans,
    layout,
  );
  if (!isEmptied) return join(runs.map((run) => removeRun(run, layout)));
  const [run, other] = runs;
  return run === undefined || other !== undefined ? null : emptyBlock(run, parent.type, layout);
}

function join(parts: readonly (readonly TextChange[] | null)[]): TextChange[] | null {
  const changes = parts.flatMap((part) => part ?? []);
  return parts.includes(null) ? null : changes;
}

/** An item of a block list begins with its dash. */
function withDash({ start, end }: Span, layout: Layout): Span {
  return { start: tokenBefore(layout, start) - 1, end };
}

/** Makes one of what stands next to each other. */
function joinNeighbours(spans: readonly Span[], layout: Layout): Span[] {
  const runs: Span[] = [];
  for (const span of spans) {
    const last = runs.at(-1);
    if (last !== undefined && tokenAfter(layout, last.end) === span.start) {
      runs[runs.length - 1] = { start: last.start, end: span.end };
    } else runs.push(span);
  }
  return runs;
}

/** Removes a run of a block, of which something is left. */
function removeRun(run: Span, layout: Layout): TextChange[] | null {
  if (isFirstOnLine(layout, run.start)) return [removeLines(run, layout)];
  // The first member of an item stands behind the dash, and what follows it takes its place.
  const before = layout.text.slice(lineStart(layout, run.start), run.start);
  if (!/^[ ]*(?:-[ ]+)+$/.test(before)) return null;
  const end = tokenAfter(layout, run.end);
  const indent = layout.lineBreak + ' '.repeat(before.length);
  const kept = readComments({ start: run.start, end }, layout).map((comment) => comment + indent);
  return [{ start: run.start, end, text: kept.join('') }];
}

/** Leaves `{}` or `[]` in the place of a whole block, in front of the first comment in it. */
function emptyBlock(run: Span, type: 'map' | 'list', layout: Layout): TextChange[] | null {
  const empty = type === 'map' ? '{}' : '[]';
  if (isFirstOnLine(layout, run.start)) {
    const at = tokenBefore(layout, run.start);
    return [{ start: at, end: at, text: ` ${empty}` }, removeLines(run, layout)];
  }
  const end = lineEnd(layout, run.end);
  const indent = layout.lineBreak + ' '.repeat(run.start - lineStart(layout, run.start));
  const kept = readComments({ start: run.start, end }, layout);
  return [{ start: run.start, end, text: [empty, kept.join(indent)].filter(Boolean).join(' ') }];
}
