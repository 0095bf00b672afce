import type { PodReport, VolumeMountReport, VolumeReport } from '../../model/report.ts';
import type { Markup } from '../markup.ts';
import { clip, visible } from '../visible.ts';
import { type Columns, GUTTER, MARGIN } from './columns.ts';
import { notDrawn, note } from './note.ts';
import { type Piece, pile } from './piece.ts';
import { drawPipes } from './pipes.ts';
import { type Box, box, fitName, fitPath, fitText, group, label } from './shapes.ts';

/** How many volumes of one Pod are drawn. */
const MOST_VOLUMES = 10;

/**
 * A row for each volume that the manifest declares and somebody mounts: a box for each mount, and below it a pipe that joins
 * those who see the same files. Arrows tell who writes into it and who reads out of it.
 */
export function drawVolumes({ volumes }: PodReport, columns: Columns): Piece {
  const mounted = volumes.filter(({ origin, mounts }) => origin === 'declared' && mounts.length > 0);
  const shown = mounted
    .filter(({ mounts }) => columns.indexesOf(mounts.map(({ container }) => container)).length > 0)
    .slice(0, MOST_VOLUMES)
    .map((volume) => drawVolume(volume, columns));
  const more = mounted.length - shown.length;
  const notes = [
    ...(more > 0 ? [notDrawn(more, 'volume')] : []),
    ...(volumes.some(({ origin }) => origin === 'implicit')
      ? ['The read-only service-account token, which Kubernetes adds, is not drawn.']
      : []),
  ];
  return pile([...shown, ...notes.map((each) => note(each))], 12);
}

const MOUNT = 32;

function drawVolume(volume: VolumeReport, columns: Columns): Piece {
  const pipes = drawPipes(volume, columns);
  const mounts = mountsByColumn(volume, columns);
  const sharers = new Set(columns.indexesOf(volume.overlaps.flatMap(({ containers }) => containers)));
  const draw = (y: number) => [
    label('ink name strong', MARGIN, y + 14, fitName(volume.name, GUTTER - MARGIN - 8)),
    label('muted', MARGIN, y + 28, clip(visible(volume.type), 22)),
    label('muted', MARGIN, y + 41, sharingOf(volume)),
    ...[...mounts].map(([i, each]) => drawMounts(each, columns, i, y)),
    ...[...sharers].filter((i) => !mounts.has(i)).map((i) => drawOtherName(columns, i, y)),
    ...pipes.draw(y + MOUNT),
  ];
  return { height: MOUNT + pipes.height, draw };
}

function sharingOf({ overlaps, sharedAs }: VolumeReport): string {
  if (overlaps.length === 0) return sharedAs === undefined ? 'not shared' : 'shared';
  return overlaps.some(({ writers }) => writers.length > 0) ? 'shared' : 'read only';
}

function mountsByColumn({ mounts }: VolumeReport, columns: Columns): Map<number, VolumeMountReport[]> {
  const byColumn = new Map<number, VolumeMountReport[]>();
  for (const mount of mounts) {
    for (const index of columns.indexesOf([mount.container])) {
      const known = byColumn.get(index);
      if (known) known.push(mount);
      else byColumn.set(index, [mount]);
    }
  }
  return byColumn;
}

const placeOf = (columns: Columns, i: number, y: number): Box => ({
  x: columns.left(i) + 3,
  y,
  width: columns.width - 6,
  height: MOUNT,
});

/** Above the arrow of one who mounts the same storage as another volume. */
function drawOtherName(columns: Columns, i: number, y: number): Markup {
  const place = placeOf(columns, i, y);
  const words = fitText(place.width - 4, 'by another name', 'other name', 'other');
  return group(
    'The same storage, mounted as another volume',
    { 'other-name': String(i) },
    box('own', place),
    label('muted middle', columns.middle(i), y + 20, words),
  );
}

function drawMounts(mounts: readonly VolumeMountReport[], columns: Columns, i: number, y: number): Markup {
  const [first] = mounts;
  const place = placeOf(columns, i, y);
  const canWrite = mounts.some(({ access }) => access === 'read-write');
  const more = mounts.length > 1 ? ` +${mounts.length - 1}` : '';
  const room = place.width - 8 - more.length * 7;
  const where = room > 40 ? `${fitPath(first?.path ?? '', room)}${more}` : '';
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
