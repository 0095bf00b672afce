import type { PodReport, VolumeReport } from '../../model/report.ts';
import { codeList, codeSpan, escapeText, table } from './text.ts';

/** Who mounts which volume where, and who can pass files to whom. Empty when the Pod has no volumes. */
export function volumeSection({ volumes }: PodReport): string {
  if (volumes.length === 0) return '';
  const rows = volumes.flatMap(volumeRows);
  return ['### Volumes', table(['Volume', 'Mounted in', 'At', 'Access', 'Shared'], rows)].join('\n\n');
}

function volumeRows(volume: VolumeReport): string[][] {
  const title = `${codeSpan(volume.name)} (${escapeText(volume.type)}${volume.origin === 'implicit' ? ', added by the API server' : ''})`;
  if (volume.mounts.length === 0) return [[title, '–', '–', '–', 'No: not mounted']];
  return volume.mounts.map(({ container, path, subPath, access }, i) => [
    i === 0 ? title : '',
    codeSpan(container),
    subPath === ''
      ? codeSpan(path)
      : `${codeSpan(path)} (${subPath === null ? 'a sub-path that variables decide' : `sub-path ${codeSpan(subPath)}`})`,
    access === 'read-write' ? 'read and write' : 'read only',
    i === 0 ? sharing(volume) : '',
  ]);
}

function sharing({ overlaps }: VolumeReport): string {
  if (overlaps.length === 0) return 'No';
  return overlaps
    .map(({ writers, readers, subPath }) => {
      const where = subPath ? ` (${codeSpan(subPath)})` : '';
      const others = readers.filter((reader) => !writers.includes(reader));
      if (writers.length === 0) return `Same content for ${codeList(readers)}${where}, nobody writes`;
      return others.length === 0
        ? `${codeList(readers)} read and write${where}`
        : `${codeList(writers)} → ${codeList(others)}${where}`;
    })
    .join('; ');
}
