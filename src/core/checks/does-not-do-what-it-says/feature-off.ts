import { type Feature, isOn, sinceVersion } from '../../features.ts';
import type { Pod } from '../../pod.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { listEnv, listVolumeMounts, listVolumes } from '../entries.ts';

export const featureOff: Check = {
  id: 'feature-off',
  group: 'does-not-do-what-it-says',
  severity: 'warning',
  summary: 'A field belongs to a feature that is off by default in this version of Kubernetes.',
  why: 'An API server that has the feature off takes the field out of the object without a word, and one that does not know it yet refuses or drops it: the Pod runs as if the field were not there.',
  remedy: 'Turn the feature gate on, use a version of Kubernetes where it is on, or do without the field.',
  source: sources.droppedFields,
  fix: {
    effect:
      'Removes the field, unless a volume or a variable would be left without its source. Nothing changes where the feature is off.',
    edits: (_, { pointer }) => (/\/(?:image|fileKeyRef)$/.test(pointer) ? [] : [{ op: 'remove', pointer }]),
  },
  *run({ pod }) {
    for (const { field, pointer, gate, effect } of listFields(pod)) {
      const since = isAlpha(gate) ? '' : ` It is on since ${sinceVersion(gate)}.`;
      yield {
        pointer,
        message: `${field} needs ${gate}, which is off by default in Kubernetes ${pod.options.kubernetesVersion}: ${effect}.${since}`,
      };
    }
  },
};

type Gate = Feature | 'EmptyDirVolumeMode' | 'VolumeBindMountOptions';

/** Says whether no version known here has a feature on by default. */
const isAlpha = (gate: Gate): gate is Exclude<Gate, Feature> =>
  gate === 'EmptyDirVolumeMode' || gate === 'VolumeBindMountOptions';

type Field = {
  readonly field: string;
  readonly pointer: string;
  readonly gate: Gate;
  readonly effect: string;
};

/** Lists the fields of features that are off at the version asked for. */
function* listFields(pod: Pod): Generator<Field> {
  for (const field of listGatedFields(pod)) {
    if (isAlpha(field.gate) || !isOn(field.gate, pod.options)) yield field;
  }
}

/** Lists the fields that depend on a feature. */
function* listGatedFields(pod: Pod): Generator<Field> {
  const at = pod.manifest.pointer;
  if (pod.spec.hostUsers === false) {
    const effect = 'the containers are in the user namespace of the node';
    yield { field: 'hostUsers', pointer: `${at}/hostUsers`, gate: 'UserNamespacesSupport', effect };
  }
  if (pod.spec.hostnameOverride !== undefined) {
    const effect = 'the hostname is what it would be without it';
    yield { field: 'hostnameOverride', pointer: `${at}/hostnameOverride`, gate: 'HostnameOverride', effect };
  }
  for (const { volume, pointer } of listVolumes(pod)) {
    if (volume.image !== undefined) {
      const effect = 'the volume and its mounts are dropped, and the containers start without the files';
      yield { field: 'image', pointer: `${pointer}/image`, gate: 'ImageVolume', effect };
    }
    if (volume.emptyDir?.mode !== undefined) {
      const effect = 'the directory has the mode 0777';
      yield { field: 'mode', pointer: `${pointer}/emptyDir/mode`, gate: 'EmptyDirVolumeMode', effect };
    }
  }
  yield* listMountFields(pod);
  for (const { entry, pointer } of listEnv(pod)) {
    if (entry.valueFrom?.fileKeyRef === undefined) continue;
    const effect = 'the variable is left without a source';
    yield { field: 'fileKeyRef', pointer: `${pointer}/valueFrom/fileKeyRef`, gate: 'EnvFiles', effect };
  }
}

function* listMountFields(pod: Pod): Generator<Field> {
  for (const { entry, pointer } of listVolumeMounts(pod)) {
    if (entry.recursiveReadOnly !== undefined && entry.recursiveReadOnly !== 'Disabled') {
      const effect = 'what is mounted below the volume stays writable';
      const gate = 'RecursiveReadOnlyMounts';
      yield { field: 'recursiveReadOnly', pointer: `${pointer}/recursiveReadOnly`, gate, effect };
    }
    if (entry.bindMountOptions !== undefined) {
      const effect = 'the mount has its usual options';
      const gate = 'VolumeBindMountOptions';
      yield { field: 'bindMountOptions', pointer: `${pointer}/bindMountOptions`, gate, effect };
    }
  }
}
