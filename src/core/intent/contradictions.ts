import { isWithin } from '../volumes/paths.ts';
import type { Plan } from './plan.ts';
import { membersOf, type PlacedWish, placeOf } from './wish.ts';

/** Of a wish to keep apart, the first wish to share that goes against it, if any: a reason to refuse it, naming both. */
export function refuseContradiction(wish: PlacedWish, { wishes }: Plan): string[] {
  if (wish.list === 'share') return [];
  const against = wishes.find((other) => other.list === 'share' && contradict(other, wish));
  return against === undefined
    ? []
    : [
        `${placeOf(wish)} goes against ${placeOf(against)}: what the one keeps apart the other shares. Leave one of the two out.`,
      ];
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
