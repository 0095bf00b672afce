import type { ContainerSecurityContext, PodSecurityContext } from '../../model/pod.ts';
import type { Pod, PodContainer } from '../pod.ts';
import { listPorts, listVolumeMounts, listVolumes } from './entries.ts';
import { restartPoliciesOf } from './restart-policies.ts';

/**
 * The words that fields take, as the API server lists them. The empty word is among them where it puts a default for it.
 * @see kubernetes `pkg/apis/core/validation/validation.go`, `pkg/apis/core/v1/defaults.go`
 */
export const words = {
  restartPolicy: ['', 'Always', 'OnFailure', 'Never'],
  dnsPolicy: ['', 'ClusterFirstWithHostNet', 'ClusterFirst', 'Default', 'None'],
  'os/name': ['linux', 'windows'],
  fsGroupChangePolicy: ['Always', 'OnRootMismatch'],
  imagePullPolicy: ['', 'Always', 'IfNotPresent', 'Never'],
  terminationMessagePolicy: ['', 'File', 'FallbackToLogsOnError'],
  procMount: ['Default', 'Unmasked'],
  'seccompProfile/type': ['Localhost', 'RuntimeDefault', 'Unconfined'],
  'appArmorProfile/type': ['Localhost', 'RuntimeDefault', 'Unconfined'],
  protocol: ['', 'SCTP', 'TCP', 'UDP'],
  mountPropagation: ['Bidirectional', 'HostToContainer', 'None'],
  recursiveReadOnly: ['Disabled', 'Enabled', 'IfPossible'],
  'hostPath/type': [
    '',
    'BlockDevice',
    'CharDevice',
    'Directory',
    'DirectoryOrCreate',
    'File',
    'FileOrCreate',
    'Socket',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** A field that takes one of a few words, and what it holds. */
export type Choice = {
  readonly field: keyof typeof words;
  readonly value: string | undefined;
  /** Pointer of what the field is a field of. */
  readonly place: string;
  /** The same as the API server names it, when that is another place. */
  readonly placeInMessage?: string;
  /** Null for none in particular, absent for all. */
  readonly container?: PodContainer | null;
};

/** Lists the fields of a Pod that take one of a few words: of the Pod, of containers, ports, mounts and volumes. */
export function* listChoices(pod: Pod): Generator<Choice> {
  const { spec, manifest, containers } = pod;
  const place = manifest.pointer;
  // A workload with a rule of its own is looked at by the check for that.
  if (restartPoliciesOf(manifest) === undefined) {
    yield { field: 'restartPolicy', value: spec.restartPolicy, place };
  }
  yield { field: 'dnsPolicy', value: spec.dnsPolicy, place };
  if (spec.os !== undefined) yield { field: 'os/name', value: spec.os.name, place };
  yield* inSecurityContext(spec.securityContext, place);
  for (const container of containers) yield* inContainer(container);
  for (const { container, entry, pointer } of listPorts(pod)) {
    if (entry.protocol === undefined) continue;
    yield { field: 'protocol', value: entry.protocol, place: pointer, container };
  }
  for (const { container, entry, pointer } of listVolumeMounts(pod)) {
    for (const field of ['mountPropagation', 'recursiveReadOnly'] as const) {
      const value = entry[field];
      if (value === undefined) continue;
      // The API server leaves out the index of the mount.
      yield { field, value, place: pointer, placeInMessage: `${container.pointer}/volumeMounts`, container };
    }
  }
  for (const { volume, pointer } of listVolumes(pod)) {
    yield { field: 'hostPath/type', value: volume.hostPath?.type, place: pointer, container: null };
  }
}

function* inContainer(container: PodContainer): Generator<Choice> {
  const { spec, pointer: place } = container;
  yield { field: 'imagePullPolicy', value: spec.imagePullPolicy, place, container };
  yield { field: 'terminationMessagePolicy', value: spec.terminationMessagePolicy, place, container };
  for (const choice of inSecurityContext(spec.securityContext, place)) yield { ...choice, container };
}

function* inSecurityContext(
  context: (PodSecurityContext & ContainerSecurityContext) | undefined,
  parent: string,
): Generator<Choice> {
  if (context === undefined) return;
  const place = `${parent}/securityContext`;
  const { fsGroupChangePolicy, procMount, seccompProfile, appArmorProfile } = context;
  yield { field: 'fsGroupChangePolicy', value: fsGroupChangePolicy, place };
  yield { field: 'procMount', value: procMount, place };
  if (seccompProfile !== undefined) yield { field: 'seccompProfile/type', value: seccompProfile.type, place };
  if (appArmorProfile !== undefined) {
    yield { field: 'appArmorProfile/type', value: appArmorProfile.type, place };
  }
}
