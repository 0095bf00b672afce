import type { ContainerReport, PodReport } from '../../model/report.ts';

/** Width of a drawing; it is scaled to whatever place it stands in. */
export const WIDTH = 640;
export const MARGIN = 16;

/** Where the columns begin; what a row is about stands to the left of it. */
export const GUTTER = 158;

/** How many containers of one Pod are drawn. */
const MOST_COLUMNS = 12;
const WIDEST_COLUMN = 232;

/** The containers of a Pod side by side, in start order. */
export type Columns = {
  readonly containers: readonly ContainerReport[];
  /** How many more there are than are drawn. */
  readonly more: number;
  readonly width: number;
  /** Left edge and middle of a column. */
  readonly left: (index: number) => number;
  readonly middle: (index: number) => number;
  /** Columns of the containers of these names that are drawn, in order. */
  readonly indexesOf: (names: readonly string[]) => number[];
};

export function columnsOf({ containers: all }: PodReport): Columns {
  const containers = all.slice(0, MOST_COLUMNS);
  const indexes = new Map(containers.map(({ name }, index) => [name, index]));
  const width = Math.min(WIDEST_COLUMN, (WIDTH - MARGIN - GUTTER) / Math.max(1, containers.length));
  const left = (index: number) => GUTTER + index * width;
  return {
    containers,
    more: all.length - containers.length,
    width,
    left,
    middle: (index) => left(index) + width / 2,
    indexesOf: (names) => names.flatMap((name) => indexes.get(name) ?? []).sort((a, b) => a - b),
  };
}

/** A run of neighbouring columns, by the first and the last. */
export type Run = { readonly first: number; readonly last: number };

/**
 * Takes columns apart into runs of neighbours: what is drawn across a run covers none that is not in it.
 *
 * @example runsOf([0, 1, 3]) // => [{ first: 0, last: 1 }, { first: 3, last: 3 }]
 */
export function runsOf(indexes: readonly number[]): Run[] {
  const runs: Run[] = [];
  for (const index of indexes) {
    const run = runs.at(-1);
    if (run?.last === index - 1) runs[runs.length - 1] = { first: run.first, last: index };
    else runs.push({ first: index, last: index });
  }
  return runs;
}

/**
 * Gives each span the lowest level on which it meets no other, in the order given.
 *
 * @returns A level for each, from 0.
 */
export function stack(spans: readonly Run[]): number[] {
  const placed: Run[][] = [];
  return spans.map((span) => {
    const free = placed.findIndex((level) =>
      level.every(({ first, last }) => last < span.first || span.last < first),
    );
    const level = free === -1 ? placed.length : free;
    placed[level] = [...(placed[level] ?? []), span];
    return level;
  });
}
