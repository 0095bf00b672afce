import { groupBy } from '../../model/group-by.ts';
import type { VolumeReport } from '../../model/report.ts';
import { type Propagation, propagations } from '../../model/vocabulary.ts';
import { joinPath } from '../volumes/paths.ts';
import { storageOf } from '../volumes/storage.ts';
import { beforeAndAfter, type ChangeDraft, outcomeOf } from './change-draft.ts';
import { placeOfMounts } from './mount-place.ts';
import { nearestPlace } from './place.ts';
import type { PodView, PodViews } from './pod-view.ts';

/**
 * Compares which containers see which files of the node: those that mount a hostPath volume, each by itself. One change
 * tells of all containers that fared alike.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volumes/#hostpath
 * @see https://kubernetes.io/docs/concepts/storage/volumes/#mount-propagation
 */
export const compareNodeFiles = (views: PodViews): ChangeDraft[] => {
  const { before, after } = views;
  return [...new Set([...after.volumes.keys(), ...before.volumes.keys()])].flatMap((volume) => {
    const [was, is] = [tellMounts(before, volume), tellMounts(after, volume)];
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

type Fate = { readonly before: string | undefined; readonly after: string | undefined };

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
  ...beforeAndAfter(fate.before, fate.after),
  because:
    fate.after === undefined
      ? whyNot(views.after.volumes.get(volume), volume)
      : `Volume ${volume} shows a directory of the node (hostPath).`,
  place: placeOfMounts(views, volume, containers) ?? nearestPlace(views, containers),
});

function whyNot(volume: VolumeReport | undefined, name: string): string {
  if (volume === undefined) return `There is no volume ${name} any more.`;
  return volume.type === 'hostPath'
    ? `Volume ${name} is not mounted there any more.`
    : `Volume ${name} is of the type ${volume.type} now, not hostPath.`;
}

/** What a container has of mounts that are made below its own later. */
const propagated: Readonly<Record<Propagation, string>> = {
  None: '',
  HostToContainer: ', receives mounts (HostToContainer)',
  Bidirectional: ', receives and sends mounts (Bidirectional)',
};

/**
 * How each container may use a hostPath volume, as far as any of its mounts allows, and which directories of the node it sees;
 * of another volume nothing.
 */
function tellMounts({ volumes, declared }: PodView, name: string): Map<string, string> {
  const source = declared.get(name);
  if (source?.type !== 'hostPath') return new Map();
  const { base } = storageOf(source);
  const mounts = groupBy(volumes.get(name)?.mounts ?? [], ({ container }) => container);
  return new Map(
    [...mounts].map(([container, own]) => {
      const access = own.some((mount) => mount.access === 'read-write') ? 'read-write' : 'read-only';
      const propagation = propagations.findLast((mode) => own.some((mount) => mount.propagation === mode));
      const paths = own.map(({ subPath }) =>
        subPath === null ? `${base} (a sub-path that variables decide)` : joinPath(base, subPath),
      );
      const where = [...new Set(paths)].sort().join(', ');
      return [
        container,
        `shared-with-node, ${access}${propagated[propagation ?? 'None']}${where === '' ? '' : `: ${where}`}`,
      ];
    }),
  );
}
