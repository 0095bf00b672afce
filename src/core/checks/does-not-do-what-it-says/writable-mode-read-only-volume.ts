import type { PodVolume } from '../../../model/pod.ts';
import { fieldAt } from '../../field-at.ts';
import type { Pod } from '../../pod.ts';
import { sources } from '../../sources.ts';
import { volumeType } from '../../volumes/volume-type.ts';
import type { Check } from '../check.ts';
import { replaceBy } from '../edits.ts';
import { listVolumes } from '../entries.ts';
import { printMode, readAsOctal, withoutWrite } from '../file-modes.ts';
import { observedAt } from '../observed.ts';

export const writableModeReadOnlyVolume: Check = {
  id: 'writable-mode-read-only-volume',
  group: 'does-not-do-what-it-says',
  severity: 'info',
  summary: 'The defaultMode of a volume that is always read-only lets others write.',
  why: 'ConfigMap, Secret, downward API and projected volumes are mounted read-only whatever the mode of their files says.',
  remedy:
    'Use 0444 or 0555, or 0440 to keep others from reading. To change the files, copy them into an emptyDir.',
  source: sources.volumes,
  fix: {
    effect:
      'Takes the write permission of the group and of others out of defaultMode, unless another mode seems to be meant. The files are as readable as before, and the volume is read-only in any case.',
    edits: ({ pod }, { pointer }) => {
      const mode = fieldAt(pod.manifest, pointer);
      if (typeof mode !== 'number' || findMeant(pod, pointer, mode) !== undefined) return [];
      return replaceBy(pointer, withoutWrite(mode));
    },
  },
  *run({ pod }) {
    for (const { volume, pointer } of listVolumes(pod)) {
      const mode = defaultModeOf(volume) ?? 0;
      if (!volume.name || mode < 0 || mode > 0o777 || withoutWrite(mode) === mode) continue;
      const at = `${pointer}/${volumeType(volume)}/defaultMode`;
      const meant = findMeant(pod, at, mode);
      const advice =
        meant === undefined
          ? ''
          : ` ${mode} is ${printMode(mode)} in octal; ${printMode(meant)} was probably meant.`;
      yield {
        pointer: at,
        message: `defaultMode makes the files of volume ${volume.name} writable in name only: a ${volumeType(volume)} volume is always mounted read-only.${advice}`,
      };
    }
  },
};

/** Decimal numbers whose digits are a usual mode, and which are no usual mode themselves. */
const slips: ReadonlySet<number> = new Set([400, 440, 444, 500]);

/** The mode that a decimal number seems to mean, unless it is written in octal. */
function findMeant({ manifest }: Pod, pointer: string, mode: number): number | undefined {
  const isOctal = observedAt(manifest, 'yaml-1.1-octal', pointer).length > 0;
  return isOctal || !slips.has(mode) ? undefined : readAsOctal(mode);
}

const defaultModeOf = ({ configMap, secret, downwardAPI, projected }: PodVolume): number | undefined =>
  (configMap ?? secret ?? downwardAPI ?? projected)?.defaultMode;
