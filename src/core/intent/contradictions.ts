import { isWithin } from '../volumes/paths.ts';
import { findMeeting, type Plan } from './plan.ts';
import { membersOf, type PlacedWish, placeOf } from './wish.ts';

/** Of a wish to keep apart, the first wish to share that goes against it, if any: a reason to refuse it, naming both. */
export function refuseContradiction(wish: PlacedWish, plan: Plan): string[] {
  if (wish.list === 'share') return [];
  const shared = plan.wishes.filter(({ list }) => list === 'share');
  const against = shared.find((other) => contradict(other, wish));
  if (against !== undefined) {
    return [
      `${placeOf(wish)} goes against ${placeOf(against)}: what the one keeps apart the other shares. Leave one of the two out.`,
    ];
  }
  const processes = shared.find(({ kind }) => kind === 'pid' || kind === 'host-pid');
  return processes === undefined || !meets(wish, plan)
    ? []
    : [
        `${placeOf(wish)} goes against ${placeOf(processes)}: containers that see each other's processes reach each other's files, too, in /proc/PID/root. Leave one of the two out, or put the containers into two Pods.`,
      ];
}

/** Says whether containers whose files are to be apart run at the same time. */
function meets(wish: PlacedWish, { containers }: Plan): boolean {
  if (wish.kind === 'files') return findMeeting(containers, membersOf(wish)) !== undefined;
  return wish.kind === 'shared-memory' && findMeeting(containers, wish.among) !== undefined;
}

function contradict(share: PlacedWish, apart: PlacedWish): boolean {
  if (share.kind === 'host-pid' && apart.kind === 'pid') return true;
  if (share.kind !== apart.kind) return false;
  if (share.kind === 'files' && apart.kind === 'files') {
    const [members, named] = [membersOf(share), membersOf(apart)];
    const isThere = isWithin(share.path, apart.path) || isWithin(apart.path, share.path);
    const met = common(members, named);
    return isThere && members.length > 1 && met >= Math.min(2, named.length);
  }
  if (share.kind === 'port' && apart.kind === 'port') {
    return (
      share.port === apart.port && share.server === apart.server && common(share.clients, apart.clients) > 0
    );
  }
  // A namespace of the node's is for all containers.
  if (!('among' in share) || !('among' in apart)) return true;
  return common(share.among, apart.among) > 1;
}

const common = (a: readonly string[], b: readonly string[]): number =>
  a.filter((name) => b.includes(name)).length;
