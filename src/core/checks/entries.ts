import type { Container, ContainerPort, EnvVar, PodVolume, VolumeMount } from '../../model/pod.ts';
import type { Pod, PodContainer } from '../pod.ts';

/** One entry of a list of a container, as written. */
export type Entry<T> = {
  readonly container: PodContainer;
  readonly entry: T;
  /** RFC 6901 pointer into the document. */
  readonly pointer: string;
};

const entriesOf = <T>(field: string, read: (spec: Container) => readonly T[] | undefined) =>
  function* ({ containers }: Pod): Generator<Entry<T>> {
    for (const container of containers) {
      const list = read(container.spec);
      if (list === undefined) continue;
      const pointer = `${container.pointer}/${field}/`;
      let i = 0;
      for (const entry of list) {
        yield { container, entry, pointer: pointer + i };
        i += 1;
      }
    }
  };

/** The entries of each list, container by container in start order. */
export const listPorts = entriesOf<ContainerPort>('ports', ({ ports }) => ports);
export const listEnv = entriesOf<EnvVar>('env', ({ env }) => env);
export const listVolumeMounts = entriesOf<VolumeMount>('volumeMounts', ({ volumeMounts }) => volumeMounts);
export const listVolumeDevices = entriesOf('volumeDevices', ({ volumeDevices }) => volumeDevices);

/** The entries of `securityContext.sysctls` of the Pod, with their places. */
export const listSysctls = ({ spec, manifest }: Pod): { name: string | undefined; pointer: string }[] =>
  (spec.securityContext?.sysctls ?? []).map(({ name }, i) => ({
    name,
    pointer: `${manifest.pointer}/securityContext/sysctls/${i}`,
  }));

/** The entries of `spec.volumes`, with their places. */
export const listVolumes = ({ spec, manifest }: Pod): { volume: PodVolume; pointer: string }[] =>
  (spec.volumes ?? []).map((volume, i) => ({ volume, pointer: `${manifest.pointer}/volumes/${i}` }));

/**
 * The names of the volumes that containers mount or use as devices. The kubelet sets up these and no others.
 * @see kubernetes `pkg/kubelet/volumemanager/populator/desired_state_of_world_populator.go`, processPodVolumes ("Skipping
 *   unused volume")
 */
export const mountedVolumes = (pod: Pod): ReadonlySet<string | undefined> =>
  new Set([...listVolumeMounts(pod), ...listVolumeDevices(pod)].flatMap(({ entry }) => entry.name || []));
