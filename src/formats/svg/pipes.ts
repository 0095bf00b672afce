import type { VolumeReport } from '../../model/report.ts';
import type { Markup } from '../markup.ts';
import { visible } from '../visible.ts';
import { type Columns, GUTTER, type Run, stack } from './columns.ts';
import { notDrawn, note } from './note.ts';
import { type Piece, pile } from './piece.ts';
import { box, dot, group, path } from './shapes.ts';
import { type Tree, treesOf } from './trees.ts';

const ARROW = 18;
const PIPE = 6;
const LEVEL = 12;

/** How many trees of one volume are drawn: with sub-paths there can be thousands. */
const MOST_PIPES = 12;

/** How far the arrows below a mount are apart. Nearer ones could not be told apart. */
const NEAREST = 5.4;
const FARTHEST = 28;

/**
 * A pipe for each tree of files of a volume, joined by arrows to the mounts above it. Below a mount each tree has a place of
 * its own, so no arrow lies on another. Pipes that would meet lie deeper; an arrow that crosses one leaves a gap in it.
 */
export function drawPipes(volume: VolumeReport, columns: Columns): Piece {
  const all = treesOf(volume, columns);
  const pipes = layOut(thatFit(all, columns), columns);
  const more = countPlaces(all) - countPlaces(pipes);
  const drawing: Piece = {
    height: ARROW + PIPE + Math.max(0, ...pipes.map(({ level }) => level)) * LEVEL,
    // An arrow crosses only pipes that lie above its own: those are drawn first.
    draw: (y) => pipes.toSorted((a, b) => a.level - b.level).map((pipe) => drawPipe(volume, pipe, y)),
  };
  const left = more > 0 ? [note(notDrawn(more, 'place in it', 'places in it'), GUTTER)] : [];
  return pile([drawing, ...left], 2);
}

const countPlaces = (trees: readonly Tree[]): number => trees.reduce((sum, { places }) => sum + places, 0);

/** Leaves out the trees past the limit, and those for whose arrow a column has no room. */
function thatFit(trees: readonly Tree[], { width }: Columns): Tree[] {
  const most = Math.floor(roomIn(width) / NEAREST);
  const taken = new Map<number, number>();
  return trees.slice(0, MOST_PIPES).filter(({ indexes }) => {
    const fits = indexes.every((index) => (taken.get(index) ?? 0) < most);
    for (const index of fits ? indexes : []) taken.set(index, (taken.get(index) ?? 0) + 1);
    return fits;
  });
}

/** The part of a column that a mount stands above. */
const roomIn = (width: number): number => width - 6;

type Pipe = Tree & {
  readonly arrows: readonly Arrow[];
  /** How many pipes may lie above it. */
  readonly level: number;
};

/** An arrow stands in the middle of its room. */
type Arrow = { readonly x: number; readonly room: number; readonly writes: boolean };

/** Gives each tree a place below each of its mounts, and a level: short ones lie above long ones. */
function layOut(trees: readonly Tree[], columns: Columns): Pipe[] {
  const byReach = trees.toSorted((a, b) => reachOf(a) - reachOf(b));
  const orders = columns.containers.map((_, index) => orderIn(index, byReach));
  const placed = byReach.map((tree) => {
    const arrows = tree.indexes.map((index) => {
      const order = orders[index] ?? [];
      const room = Math.min(FARTHEST, roomIn(columns.width) / order.length);
      const x = columns.middle(index) + (order.indexOf(tree) - (order.length - 1) / 2) * room;
      return { x, room, writes: tree.writers.includes(index) };
    });
    return { ...tree, arrows };
  });
  const levels = stack(placed.map(({ arrows }) => spanOf(arrows, CLEAR)));
  return placed.map((tree, i) => ({ ...tree, level: levels[i] ?? 0 }));
}

const reachOf = ({ indexes }: Tree): number => (indexes.at(-1) ?? 0) - (indexes[0] ?? 0);

/**
 * The trees in a column from left to right: those that end there, those that pass, those that begin; of the first and the
 * last the deeper ones stand inside. So none of these crosses the pipe of another of them.
 */
function orderIn(index: number, byReach: readonly Tree[]): Tree[] {
  const placeOf = ({ indexes }: Tree, rank: number): number => {
    const [first, last] = [indexes[0], indexes.at(-1)];
    if (first === last) return 0;
    return last === index ? rank - byReach.length : first === index ? byReach.length - rank : 0;
  };
  return byReach
    .map((tree, rank) => ({ tree, place: placeOf(tree, rank) }))
    .filter(({ tree }) => tree.indexes.includes(index))
    .sort((a, b) => a.place - b.place)
    .map(({ tree }) => tree);
}

/** Pipes on one level are at least twice as far apart. */
const CLEAR = 3;

/** From left to right end of a pipe, and what is kept clear on both sides: it reaches a bit past its arrows. */
function spanOf(arrows: readonly Arrow[], clear = 0): Run {
  const past = ({ room }: Arrow): number => Math.min(10, room / 2 - 1) + clear;
  const [left, right] = [arrows[0], arrows.at(-1)];
  return { first: left ? left.x - past(left) : 0, last: right ? right.x + past(right) : 0 };
}

function drawPipe({ name }: VolumeReport, pipe: Pipe, y: number): Markup {
  const { indexes, writers, isShared, arrows, level } = pipe;
  const top = y + ARROW + level * LEVEL;
  const { first, last } = spanOf(arrows);
  const gaps = level === 0 ? [] : arrows.flatMap(({ x }) => ['M', x, y + ARROW - 2, 'V', top - 2]);
  const data = { volume: name, containers: indexes.join(' '), writers: writers.join(' ') };
  const title = `${visible(name)}: ${isShared ? 'the same files' : 'files of its own'}`;
  return group(
    title,
    data,
    ...(gaps.length > 0 ? [path('gap', ...gaps)] : []),
    box(isShared ? 'shared' : 'own', { x: first, y: top, width: last - first, height: PIPE }, 3),
    ...arrows.flatMap((arrow) => drawArrow(arrow, y, top)),
  );
}

/** A head at the top: it reads. At the pipe a head too: it writes; a dot: it does not. */
function drawArrow({ x, room, writes }: Arrow, y: number, pipe: number): Markup[] {
  const half = Math.min(4, room / 2 - 0.4);
  const head = ['M', x, y + 2, 'L', x - half, y + 7, 'H', x + half, 'Z'];
  const line = ['M', x, y + 3, 'V', pipe - 1];
  const end = ['M', x, pipe, 'L', x - half, pipe - 5, 'H', x + half, 'Z'];
  return writes
    ? [path('arrow', ...head, ...line, ...end)]
    : [path('arrow', ...head, ...line), dot('arrow', x, pipe, Math.min(2.5, half))];
}
