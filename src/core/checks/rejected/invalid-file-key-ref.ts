import type { EnvVar } from '../../../model/pod.ts';
import { sources } from '../../sources.ts';
import { stepsBack } from '../../volumes/paths.ts';
import { sourcesOf } from '../../volumes/volume-type.ts';
import type { Check, Facts, Found } from '../check.ts';
import { listEnv } from '../entries.ts';
import { fieldOrParent, onePerPlace, refused } from '../refused.ts';
import { findUnread } from '../unread.ts';

export const invalidFileKeyRef: Check = {
  id: 'invalid-file-key-ref',
  group: 'rejected',
  severity: 'error',
  summary: 'An environment variable is read from a file of a volume that cannot give it.',
  why: 'fileKeyRef reads a file that an earlier container left in an emptyDir. The volume has to be declared, has to be an emptyDir, and key and path have to be given.',
  remedy: 'Name an emptyDir of the Pod in volumeName, and give key and a relative path in it.',
  source: sources.validation,
  since: '1.35',
  run: (facts) => onePerPlace(findFaults(facts)),
};

function* findFaults({ pod, volumes }: Facts): Generator<Found> {
  const isUnread = findUnread(pod);
  for (const { container, entry, pointer } of listEnv(pod)) {
    const ref = entry.valueFrom?.fileKeyRef;
    if (ref === undefined) continue;
    const base = `${pointer}/valueFrom/fileKeyRef`;
    for (const field of ['volumeName', 'path', 'key'] as const) {
      const gist = ref[field] ? faultOf(ref, field, volumes) : 'Required value';
      const at = `${base}/${field}`;
      if (gist === undefined || isUnread(at)) continue;
      yield refused(pod, { ...fieldOrParent(at, ref[field]), gist, container });
    }
  }
}

type FileKeyRef = NonNullable<NonNullable<EnvVar['valueFrom']>['fileKeyRef']>;

function faultOf(
  { volumeName = '', path = '' }: FileKeyRef,
  field: keyof FileKeyRef,
  volumes: Facts['volumes'],
): string | undefined {
  if (field === 'path' && stepsBack(path)) return "must not contain '..'";
  if (field !== 'volumeName') return undefined;
  const volume = volumes.get(volumeName);
  if (volume === undefined || volume.origin === 'implicit') return `Not found: "${volumeName}"`;
  const isEmptyDir = volume.type === 'emptyDir' || sourcesOf(volume.spec).includes('emptyDir');
  return isEmptyDir ? undefined : 'referenced volume must be of type emptyDir';
}
