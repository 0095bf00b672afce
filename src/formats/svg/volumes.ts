import type { PodReport, VolumeMountReport, VolumeReport } from '../../model/report.ts';
import type { Markup } from '../markup.ts';
import { clip, visible } from '../visible.ts';
import { type Columns, GUTTER, MARGIN, stack } from './columns.ts';
import { type Piece, pile } from './piece.ts';
import { box, fitName, fitText, group, label, path } from './shapes.ts';

/** How many volumes of one Pod are drawn. */
const MOST_VOLUMES = 10;

/**
 * A row for each volume that the manifest declares and somebody mounts: a box for each mount, and below it a pipe that joins
 * those who see the same files. Arrows tell who writes into it and who reads out of it.
 */
export function drawVolumes({ volumes }: PodReport, columns: Columns): Piece {
  const mounted = volumes.filter(({ origin, mounts }) => origin === 'declared' && mounts.length > 0);
  const shown = mounted.slice(0, MOST_VOLUMES).map((volume) => drawVolume(volume, columns));
  const more = mounted.length - shown.length;
  const notes = [
    ...(more > 0 ? [`${more} more volumes are not drawn.`] : []),
    ...(volumes.some(({ origin }) => origin === 'implicit')
      ? ['The read-only service-account token, which Kubernetes adds, is not drawn.']
      : []),
  ];
  return pile([...shown, ...notes.map(note)], 12);
}

export const note = (text: string): Piece => ({
  height: 14,
  draw: (y) => [label('muted', MARGIN, y + 11, text)],
});

const MOUNT = 32;
const ARROW = 18;
const PIPE = 6;
const LEVEL = 10;

function drawVolume(volume: VolumeReport, columns: Columns): Piece {
  const trees = treesOf(volume, columns);
  const levels = stack(trees.map(({ indexes }) => ({ first: indexes[0] ?? 0, last: indexes.at(-1) ?? 0 })));
  const height = MOUNT + ARROW + PIPE + Math.max(0, ...levels) * LEVEL;
  const draw = (y: number) => [
    label('ink name strong', MARGIN, y + 14, fitName(volume.name, GUTTER - MARGIN - 8)),
    label('muted', MARGIN, y + 28, clip(`${visible(volume.type)}, ${sharingOf(volume)}`, 22)),
    ...mountsByColumn(volume, columns).map(([i, mounts]) => drawMounts(mounts, columns, i, y)),
    ...trees.map((tree, i) => drawTree(volume, tree, columns, y, (levels[i] ?? 0) * LEVEL)),
  ];
  return { height, draw };
}

function sharingOf({ overlaps }: VolumeReport): string {
  if (overlaps.length === 0) return 'not shared';
  return overlaps.some(({ writers }) => writers.length > 0) ? 'shared' : 'read only';
}

function mountsByColumn({ mounts }: VolumeReport, columns: Columns): [number, VolumeMountReport[]][] {
  const byColumn = new Map<number, VolumeMountReport[]>();
  for (const mount of mounts) {
    for (const index of columns.indexesOf([mount.container]))
      byColumn.set(index, [...(byColumn.get(index) ?? []), mount]);
  }
  return [...byColumn];
}

function drawMounts(mounts: readonly VolumeMountReport[], columns: Columns, i: number, y: number): Markup {
  const [first] = mounts;
  const place = { x: columns.left(i) + 3, y, width: columns.width - 6, height: MOUNT };
  const canWrite = mounts.some(({ access }) => access === 'read-write');
  const more = mounts.length > 1 ? ` +${mounts.length - 1}` : '';
  const room = place.width - 8 - more.length * 7;
  const where = room > 40 ? `${fitName(first?.path ?? '', room)}${more}` : '';
  const access = fitText(
    place.width - 4,
    ...(canWrite ? ['reads and writes', 'writes', 'rw'] : ['only reads', 'reads', 'ro']),
  );
  const title = mounts
    .slice(0, 5)
    .map(({ path: at, access: how }) => `${at}: ${how}`)
    .join('; ');
  return group(
    title,
    { mount: String(i) },
    box('card', place),
    ...(where === '' ? [] : [label('ink name middle', columns.middle(i), y + 13, where)]),
    label('muted middle', columns.middle(i), y + (where === '' ? 20 : 26), access),
  );
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
  const [top, pipe] = [y + MOUNT, y + MOUNT + ARROW + down];
  const place = {
    x: columns.middle(first) - 12,
    y: pipe,
    width: columns.middle(last) - columns.middle(first) + 24,
    height: PIPE,
  };
  const arrows = indexes.map((i) => arrow(columns.middle(i), top, pipe, writers.includes(i)));
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
