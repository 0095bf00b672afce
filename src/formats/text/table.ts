import { widthOf } from '../visible.ts';
import { wrap } from './wrap.ts';

const GAP = '  ';

/**
 * Lays a table out in columns that together fit into `width`: as wide as their longest cell if there is room, else the
 * widest give way to the others and their cells are wrapped.
 *
 * @returns The lines: the head, a rule, the rows.
 */
export function layOutTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
): string[] {
  const wanted = head.map((title, i) =>
    Math.max(...[title, ...rows.map((cells) => cells[i] ?? '')].map(widthOf)),
  );
  const widths = shareOut(wanted, width - GAP.length * (head.length - 1));
  const rule = widths.map((columns) => '-'.repeat(columns));
  return [head, rule, ...rows].flatMap((cells) => layOutRow(cells, widths));
}

/** Gives every column what it wants while the widest still fit; those get equal parts of what is left. */
function shareOut(wanted: readonly number[], width: number): number[] {
  let [left, columns] = [width, wanted.length];
  const given = new Map<number, number>();
  for (const [i, want] of [...wanted.entries()].sort(([, a], [, b]) => a - b)) {
    const columnsWide = Math.min(want, Math.floor(left / columns));
    given.set(i, columnsWide);
    left -= columnsWide;
    columns -= 1;
  }
  return wanted.map((_, i) => given.get(i) ?? 0);
}

function layOutRow(cells: readonly string[], widths: readonly number[]): string[] {
  const columns = widths.map((width, i) => wrap(cells[i] ?? '', width));
  const height = Math.max(...columns.map(({ length }) => length));
  return Array.from({ length: height }, (_, y) =>
    columns
      .map((lines, i) => pad(lines[y] ?? '', widths[i] ?? 0))
      .join(GAP)
      .trimEnd(),
  );
}

const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));
