import type { PodReport, VolumeMountReport, VolumeReport } from '../../model/report.ts';
import { type Block, heading, joinLines, type Line, nameList, table } from './block.ts';

/** Who mounts which volume where, and who can pass files to whom. Empty when the Pod has no volumes. */
export function volumeBlocks({ volumes }: PodReport): Block[] {
  if (volumes.length === 0) return [];
  const rows = volumes.flatMap(volumeRows);
  return [heading(3, 'Volumes'), table(['Volume', 'Mounted in', 'At', 'Access', 'Shared'], rows)];
}

function volumeRows(volume: VolumeReport): Line[][] {
  const added = volume.origin === 'implicit' ? ', added by the API server' : '';
  const title: Line = [{ code: volume.name }, ` (${volume.type}${added})`];
  if (volume.mounts.length === 0) return [[title, ['–'], ['–'], ['–'], ['No: not mounted']]];
  return volume.mounts.map((mount, i) => [
    i === 0 ? title : [],
    [{ code: mount.container }],
    place(mount),
    [mount.access === 'read-write' ? 'read and write' : 'read only'],
    i === 0 ? sharing(volume) : [],
  ]);
}

function place({ path, subPath }: VolumeMountReport): Line {
  if (subPath === '') return [{ code: path }];
  return subPath === null
    ? [{ code: path }, ' (a sub-path that variables decide)']
    : [{ code: path }, ' (sub-path ', { code: subPath }, ')'];
}

function sharing({ overlaps, sharedAs }: VolumeReport): Line {
  if (overlaps.length === 0) return sharedAs === undefined ? ['No'] : ['Shared as ', { code: sharedAs }];
  const lines = overlaps.map(({ writers, readers, subPath }): Line => {
    const where: Line = subPath ? [' (', { code: subPath }, ')'] : [];
    const others = readers.filter((reader) => !writers.includes(reader));
    if (writers.length === 0) return ['Same content for ', ...nameList(readers), ...where, ', nobody writes'];
    return others.length === 0
      ? [...nameList(readers), ' read and write', ...where]
      : [...nameList(writers), ' → ', ...nameList(others), ...where];
  });
  return joinLines(lines, '; ');
}
