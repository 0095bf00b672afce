import { groupBy } from '../../model/group-by.ts';
import type { ChangeDraft } from './change-draft.ts';
import { type PodViews, pairKey } from './pod-view.ts';

/**
 * Joins changes that say the same of several pairs into one that names all their containers, so that every two of them
 * are one of the pairs. Of containers that came or went only the pairs with such a one count: the others are as they were.
 *
 * @param drafts - Each about a pair. Those that are about one direction only stay as they are.
 */
export function joinPairs(drafts: readonly ChangeDraft[], views: PodViews): ChangeDraft[] {
  const names = new Set([...views.after.containers.keys(), ...views.before.containers.keys()]);
  const order = new Map([...names].map((name, i) => [name, i]));
  const byOrder = (a: string, b: string) => (order.get(a) ?? 0) - (order.get(b) ?? 0);
  return [...groupBy(drafts, whatIsSaid).values()].flatMap((group) => {
    const [{ direction, before, after }] = group;
    if (direction === 'a-to-b' || group.length === 1) return group;
    const unaffected = before === undefined ? views.before : after === undefined ? views.after : undefined;
    const stays = (name: string) => unaffected?.containers.has(name) === true;
    const open = new Map(group.map((draft) => [pairKeyOf(draft), draft]));
    return group.flatMap((draft) => {
      if (!open.has(pairKeyOf(draft))) return [];
      const members = growClique(draft, group, (a, b) => {
        if (open.has(pairKey(a, b))) return 'pair';
        return stays(a) && stays(b) ? 'free' : 'none';
      });
      members.forEach((a, i) => {
        for (const b of members.slice(i)) open.delete(pairKey(a, b));
      });
      return [{ ...draft, containers: members.sort(byOrder) }];
    });
  });
}

const whatIsSaid = ({ place: _, containers: __, ...said }: ChangeDraft): string => JSON.stringify(said);

const pairKeyOf = ({ containers: [a = '', b = ''] }: ChangeDraft): string => pairKey(a, b);

/** Starts with the pair of a draft and takes in every container that makes a pair with all so far. */
function growClique(
  { containers }: ChangeDraft,
  group: readonly ChangeDraft[],
  relate: (a: string, b: string) => 'pair' | 'free' | 'none',
): string[] {
  const members = [...containers];
  for (const name of new Set(group.flatMap((draft) => draft.containers))) {
    if (members.includes(name)) continue;
    const relations = members.map((member) => relate(member, name));
    if (relations.includes('pair') && !relations.includes('none')) members.push(name);
  }
  return members;
}
