import type { ChannelKind } from '../../model/vocabulary.ts';
import { whatDivides } from './divisions.ts';
import { placeOfMounts, placeOfNewAccess } from './mount-place.ts';
import { type Place, placeOfContainer, placeOfNewcomer } from './place.ts';
import type { Divider, PodViews } from './pod-view.ts';
import { placeOfSecurity } from './security-place.ts';

/** One direction of a channel. */
export type Passage = {
  readonly kind: ChannelKind;
  readonly volume: string | undefined;
  readonly from: string;
  readonly to: string;
};

/** What has to be shared for a channel to be there. Files go through a volume. */
const dividers: Readonly<Record<ChannelKind, Divider | null>> = {
  localhost: 'network',
  'abstract-unix-socket': 'network',
  'sysv-ipc': 'ipc',
  'posix-mqueue': 'ipc',
  'shared-memory': '/dev/shm',
  'shared-files': null,
  'see-processes': 'pid',
  signals: 'pid',
  'proc-root': 'pid',
  ptrace: 'pid',
  'mount-propagation': null,
};

/**
 * Finds what decides a change of a channel: what divides the two, a container that came, went or has another role now, the
 * mounts it goes through or their source, the user of one of the two and what that may do, the volume, or else the container
 * it comes from.
 */
export function placeOfChannel(views: PodViews, { kind, volume, from, to }: Passage): Place {
  const divider = dividers[kind];
  const newcomer = placeOfNewcomer(views, [from, to]);
  if (divider !== null && (newcomer !== undefined || isDividedAnew(views, divider, from, to)))
    return whatDivides(divider, views, [from, to]);
  return (
    newcomer ??
    placeOfNewRole(views, [from, to]) ??
    (volume === undefined ? undefined : placeOfNewAccess(views, volume, [from, to])) ??
    placeOfSecurity(views, [from, to]) ??
    (volume === undefined ? undefined : placeOfMounts(views, volume, [from, to])) ??
    placeOfContainer(views.after, from)
  );
}

function isDividedAnew({ before, after }: PodViews, divider: Divider, from: string, to: string): boolean {
  const [was, is] = [before, after].map((view) => {
    const instance = view.instanceOf(divider, from);
    return instance === view.instanceOf(divider, to) ? (instance?.scope ?? null) : 'apart';
  });
  return was !== is;
}

/** The place of a container that was in another list, or became a sidecar, or is none any more. */
export function placeOfNewRole({ before, after }: PodViews, names: readonly string[]): Place | undefined {
  const name = names.find((one) => before.containers.get(one)?.role !== after.containers.get(one)?.role);
  return name === undefined ? undefined : placeOfContainer(after, name);
}
