import type { VolumeReport } from '../../model/report.ts';
import type { Markup } from '../markup.ts';
import { visible } from '../visible.ts';
import { type Columns, GUTTER, stack } from './columns.ts';
import type { Piece } from './piece.ts';
import { box, group, label, path } from './shapes.ts';

const ARROW = 18;
const PIPE = 6;
const LEVEL = 10;

/** How many trees of one volume are drawn: with sub-paths there can be thousands. */
const MOST_PIPES = 12;

/** A pipe for each tree of files of a volume, joined by arrows to the mounts above it; those that would meet lie deeper. */
export function drawPipes(volume: VolumeReport, columns: Columns): Piece {
  const all = treesOf(volume, columns);
  const trees = all.slice(0, MOST_PIPES);
  const more = all.length - trees.length;
  const levels = stack(trees.map(({ indexes }) => ({ first: indexes[0] ?? 0, last: indexes.at(-1) ?? 0 })));
  const depth = ARROW + PIPE + Math.max(0, ...levels) * LEVEL;
  const draw = (y: number) => [
    ...trees.map((tree, i) => drawTree(volume, tree, columns, y, (levels[i] ?? 0) * LEVEL)),
    ...(more > 0 ? [label('muted', GUTTER, y + depth + 12, `${more} more places in it are not drawn.`)] : []),
  ];
  return { height: more > 0 ? depth + 15 : depth, draw };
}

/** Files of a volume that the same containers see: those of an overlap, or what one container sees alone. */
type Tree = {
  readonly indexes: readonly number[];
  readonly writers: readonly number[];
  readonly isShared: boolean;
};

function treesOf({ mounts, overlaps }: VolumeReport, columns: Columns): Tree[] {
  const writing = mounts.filter(({ access }) => access === 'read-write').map(({ container }) => container);
  const shared = overlaps.map(({ containers, writers }) => ({
    indexes: columns.indexesOf(containers),
    writers: columns.indexesOf(writers),
    isShared: true,
  }));
  const inTrees = new Set(shared.flatMap(({ indexes }) => indexes));
  const alone = [...new Set(columns.indexesOf(mounts.map(({ container }) => container)))]
    .filter((index) => !inTrees.has(index))
    .map((index) => ({
      indexes: [index],
      writers: columns.indexesOf(writing).filter((writer) => writer === index),
      isShared: false,
    }));
  return [...shared, ...alone].filter(({ indexes }) => indexes.length > 0);
}

function drawTree({ name }: VolumeReport, tree: Tree, columns: Columns, y: number, down: number): Markup {
  const { indexes, writers, isShared } = tree;
  const [first = 0, last = 0] = [indexes[0], indexes.at(-1)];
  const pipe = y + ARROW + down;
  const place = {
    x: columns.middle(first) - 12,
    y: pipe,
    width: columns.middle(last) - columns.middle(first) + 24,
    height: PIPE,
  };
  const arrows = indexes.map((i) => arrow(columns.middle(i), y, pipe, writers.includes(i)));
  const data = { volume: name, containers: indexes.join(' '), writers: [...new Set(writers)].join(' ') };
  const title = `${visible(name)}: ${isShared ? 'the same files' : 'files of its own'}`;
  return group(title, data, box(isShared ? 'shared' : 'own', place, 3), ...arrows);
}

/** A head at the top: it reads; one at the pipe too: it writes. */
const arrow = (x: number, top: number, pipe: number, writes: boolean): Markup =>
  path(
    'arrow',
    'M',
    x,
    top + 2,
    'L',
    x - 4,
    top + 7,
    'H',
    x + 4,
    'Z',
    'M',
    x,
    top + 3,
    'V',
    pipe - 1,
    ...(writes ? ['M', x, pipe, 'L', x - 4, pipe - 5, 'H', x + 4, 'Z'] : []),
  );
