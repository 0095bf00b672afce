import type { Pod, PodContainer } from '../../pod.ts';
import { hasCapability } from '../../security/capabilities.ts';
import { gidOf, uidOf } from '../../security/identity.ts';
import { sources } from '../../sources.ts';
import type { Check, Facts } from '../check.ts';

export const sharedVolumeDifferentUsers: Check = {
  id: 'shared-volume-different-users',
  group: 'misconception',
  severity: 'info',
  summary: 'Containers that run as different users share a volume, and no group.',
  why: 'A shared mount does not share permissions: a file that one user makes with a private mode (0600, or 0640 with another group) is closed to the other.',
  remedy:
    'Set fsGroup in the securityContext of the Pod, or runAsUser or runAsGroup to the same number, and let the files be readable for the group.',
  source: sources.securityContext,
  *run(facts) {
    const { pod, overlaps, volumes } = facts;
    if (pod.spec.securityContext?.fsGroup !== undefined || pod.os === 'windows') return;
    const byName = new Map(pod.containers.map((container) => [container.name, container]));
    const told = new Set<string>();
    for (const overlap of overlaps) {
      const pair = told.has(overlap.volume) ? undefined : findStrangers(pod, byName, overlap);
      if (pair === undefined) continue;
      told.add(overlap.volume);
      const [writer, reader] = pair;
      yield {
        pointer: volumes.get(overlap.volume)?.pointer ?? pod.manifest.pointer,
        message: `${writer.name} (user ${uidOf(pod, writer)}) and ${reader.name} (user ${uidOf(pod, reader)}) share volume ${overlap.volume} and no group: ${reader.name} reads what ${writer.name} writes only if its mode lets everyone.`,
        containers: [writer.name, reader.name],
      };
    }
  },
};

/** Finds a writer and a reader that the manifest makes different users without a common group. Linear. */
function findStrangers(
  pod: Pod,
  byName: ReadonlyMap<string, PodContainer>,
  { writers, readers, readAtStart }: Facts['overlaps'][number],
): [PodContainer, PodContainer] | undefined {
  const known = (names: readonly string[]) =>
    names
      .flatMap((name) => byName.get(name) ?? [])
      .filter((container) => uidOf(pod, container) !== undefined);
  const readByKubelet = new Set(readAtStart);
  const mounted = readers.filter((name) => !readByKubelet.has(name));
  const bound = known(mounted).filter((reader) => hasCapability(pod, reader, 'DAC_OVERRIDE') === 'no');
  const areStrangers = (a: PodContainer, b: PodContainer): boolean =>
    uidOf(pod, a) !== uidOf(pod, b) && (gidOf(pod, a) === undefined || gidOf(pod, a) !== gidOf(pod, b));
  const [writer, ...others] = known(writers);
  const [reader] = bound;
  if (writer === undefined || reader === undefined) return undefined;
  const stranger = bound.find((each) => areStrangers(writer, each));
  if (stranger !== undefined) return [writer, stranger];
  const other = others.find((each) => areStrangers(each, reader));
  return other === undefined ? undefined : [other, reader];
}
