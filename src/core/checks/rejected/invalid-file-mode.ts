import type { PodVolume } from '../../../model/pod.ts';
import { fieldAt } from '../../field-at.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { replaceBy } from '../edits.ts';
import { listVolumes } from '../entries.ts';
import { readAsOctal, withoutWrite } from '../file-modes.ts';
import { refused } from '../refused.ts';

export const invalidFileMode: Check = {
  id: 'invalid-file-mode',
  group: 'rejected',
  severity: 'error',
  summary: 'A file mode of a volume is not between 0 and 0777.',
  why: 'Modes are numbers: 0644 in YAML is octal, 420 in decimal. Written without the leading zero, 644 is decimal and sets other bits, and 777 is too large.',
  remedy: 'Write the mode with a leading zero (0644), or in decimal (420) in JSON.',
  source: sources.validation,
  fix: {
    effect:
      'Reads the digits as octal, which is what file modes are written in: 644 becomes 0644, in decimal 420. Write permission of the group and of others is left out, because these volumes are always read-only. The Pod is accepted, and its files are as readable as the digits say.',
    edits: ({ pod }, { pointer }) => {
      const meant = readAsOctal(fieldAt(pod.manifest, pointer));
      return replaceBy(pointer, meant === undefined ? undefined : withoutWrite(meant));
    },
  },
  *run({ pod }) {
    for (const { volume, pointer } of listVolumes(pod)) {
      for (const { field, mode, at = field } of listModes(volume)) {
        if (mode === undefined || (mode >= 0 && mode <= 0o777)) continue;
        yield refused(pod, {
          pointer: `${pointer}/${field}`,
          at: `${pointer}/${at}`,
          gist: 'must be a number between 0 and 0777 (octal), both inclusive',
          container: null,
        });
      }
    }
  },
};

/** A mode and where it stands in its volume; `at` where the API server says it stands. */
type Mode = { readonly field: string; readonly mode: number | undefined; readonly at?: string };

function* listModes({ secret, configMap, downwardAPI, projected }: PodVolume): Generator<Mode> {
  for (const [type, source] of Object.entries({ secret, configMap, downwardAPI, projected })) {
    yield { field: `${type}/defaultMode`, mode: source?.defaultMode };
  }
  yield* itemModes('secret', secret);
  yield* itemModes('configMap', configMap);
  yield* itemModes('downwardAPI', downwardAPI, 'downwardAPI/mode');
  for (const [i, source] of (projected?.sources ?? []).entries()) {
    const field = `projected/sources/${i}`;
    yield* itemModes(`${field}/secret`, source.secret);
    yield* itemModes(`${field}/configMap`, source.configMap);
    yield* itemModes(`${field}/downwardAPI`, source.downwardAPI, `${field}/downwardAPI/mode`);
  }
}

type WithItems = { readonly items?: readonly { readonly mode?: number }[] };

function* itemModes(field: string, source: WithItems | undefined, at?: string): Generator<Mode> {
  for (const [i, { mode }] of (source?.items ?? []).entries()) {
    yield { field: `${field}/items/${i}/mode`, mode, ...(at === undefined ? {} : { at }) };
  }
}
