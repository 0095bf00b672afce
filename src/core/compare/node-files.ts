import type { VolumeReport } from '../../model/report.ts';
import type { Access } from '../../model/vocabulary.ts';
import { groupBy } from '../group-by.ts';
import { beforeAndAfter, type ChangeDraft, outcomeOf } from './change-draft.ts';
import { placeOfMounts } from './mount-place.ts';
import { nearestPlace } from './place.ts';
import type { PodViews } from './pod-view.ts';

/**
 * Compares which containers see files of the node: those that mount a hostPath volume, each by itself. One change tells
 * of all containers that fared alike.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volumes/#hostpath
 */
export const compareNodeFiles = (views: PodViews): ChangeDraft[] => {
  const { before, after } = views;
  return [...new Set([...after.volumes.keys(), ...before.volumes.keys()])].flatMap((volume) => {
    const [was, is] = [accessesOf(before.volumes.get(volume)), accessesOf(after.volumes.get(volume))];
    const fates = [...new Set([...is.keys(), ...was.keys()])]
      .map((container) => ({ container, before: was.get(container), after: is.get(container) }))
      .filter((fate) => fate.before !== fate.after);
    return [...groupBy(fates, (fate) => `${fate.before} ${fate.after}`).values()].map((group) =>
      describe(
        views,
        volume,
        group[0],
        group.map(({ container }) => container),
      ),
    );
  });
};

type Fate = { readonly before: Access | undefined; readonly after: Access | undefined };

const describe = (
  views: PodViews,
  volume: string,
  fate: Fate,
  containers: readonly string[],
): ChangeDraft => ({
  outcome: outcomeOf(fate.before, fate.after),
  kind: 'volume',
  subject: volume,
  containers: [...containers],
  ...beforeAndAfter(tell(fate.before), tell(fate.after)),
  because:
    fate.after === undefined
      ? whyNot(views.after.volumes.get(volume), volume)
      : `Volume ${volume} shows a directory of the node (hostPath).`,
  place: placeOfMounts(views, volume, containers) ?? nearestPlace(views, containers),
});

const tell = (access: Access | undefined): string | undefined => access && `shared-with-node, ${access}`;

function whyNot(volume: VolumeReport | undefined, name: string): string {
  if (volume === undefined) return `There is no volume ${name} any more.`;
  return volume.type === 'hostPath'
    ? `Volume ${name} is not mounted there any more.`
    : `Volume ${name} is of the type ${volume.type} now, not hostPath.`;
}

/** How each container may use a hostPath volume; of another volume nothing. */
function accessesOf(volume: VolumeReport | undefined): Map<string, Access> {
  const accesses = new Map<string, Access>();
  if (volume?.type !== 'hostPath') return accesses;
  for (const { container, access } of volume.mounts)
    if (accesses.get(container) !== 'read-write') accesses.set(container, access);
  return accesses;
}
