import type { Pair } from '../../model/report.ts';
import { aRole } from '../../model/role-nouns.ts';
import type { Lifetime } from '../../model/vocabulary.ts';
import type { ChangeDraft } from './change-draft.ts';
import { placeOfNewRole } from './channel-place.ts';
import { placeOfContainer } from './place.ts';
import type { PodViews } from './pod-view.ts';

/**
 * Finds the pairs that can be alive together now and could not, or the reverse, or that start in another order. Only of
 * containers that are on both sides.
 */
export const compareLifetimes = (views: PodViews): ChangeDraft[] =>
  [...(views.after.pairs ?? [])].flatMap(([key, { a, b, lifetime }]) => {
    const was = views.before.pairs?.get(key);
    const before = was && (was.a === a ? was.lifetime : turn(was));
    if (before === undefined || before === lifetime) return [];
    return [
      {
        outcome: 'changed' as const,
        kind: 'lifetime' as const,
        containers: [a, b],
        before,
        after: lifetime,
        because: why(views, [a, b]),
        place: placeOfNewRole(views, [a, b]) ?? placeOfContainer(views.after, a),
      },
    ];
  });

const turned: Readonly<Record<Lifetime, Lifetime>> = {
  concurrent: 'concurrent',
  'a-before-b': 'b-before-a',
  'b-before-a': 'a-before-b',
};

const turn = ({ lifetime }: Pair): Lifetime => turned[lifetime];

function why({ before, after }: PodViews, names: readonly string[]): string {
  const told = names.flatMap((name) => {
    const [was, is] = [before.containers.get(name)?.role, after.containers.get(name)?.role];
    return was === undefined || is === undefined || was === is
      ? []
      : [`${name} was ${aRole(was)} and is ${aRole(is)} now.`];
  });
  return told.length === 0 ? 'They start in another order now.' : told.join(' ');
}
