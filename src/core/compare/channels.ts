import type { Pair } from '../../model/report.ts';
import { beforeAndAfter, type ChangeDraft, outcomeOf } from './change-draft.ts';
import { placeOfChannel } from './channel-place.ts';
import { joinPairs } from './join-pairs.ts';
import { type PodView, type PodViews, pairKey } from './pod-view.ts';
import { type Route, type RoutedPair, reasonForRoute, routePair, tellRoute } from './routed-pair.ts';
import { whyApart } from './volumes.ts';

/**
 * Compares what each container can do to each other, one direction at a time: what became possible, what is not any more,
 * and what depends on something else now. Directions that fared alike are one change, and so are pairs.
 * Nothing when a side lists no pairs.
 */
export function compareChannels(views: PodViews): ChangeDraft[] {
  const { before, after } = views;
  if (before.pairs === undefined || after.pairs === undefined) return [];
  const gone = [...before.pairs].flatMap(([key, pair]) => (after.pairs?.has(key) ? [] : [pair]));
  const drafts = [...after.pairs.values(), ...gone].flatMap((pair) => comparePair(views, pair));
  return joinPairs(drafts, views);
}

function comparePair(views: PodViews, { a, b }: Pair): ChangeDraft[] {
  const key = pairKey(a, b);
  const [was, is] = [views.before, views.after].map(({ pairs }) => {
    const pair = pairs?.get(key);
    return pair && routePair(pair);
  });
  const routes = new Map([...(is?.routes ?? []), ...(was?.routes ?? [])]);
  return [...routes.values()].flatMap(([route]) => {
    if (route === undefined) return [];
    const look = (from: string, to: string): ToldPassage => ({
      route,
      from,
      to,
      before: was && tellRoute(was, route, from),
      after: is && tellRoute(is, route, from),
      pair: is ?? was,
    });
    const [toB, toA] = [look(a, b), look(b, a)];
    return toB.before === toA.before && toB.after === toA.after
      ? describe(views, toB, 'both')
      : [...describe(views, toB, 'a-to-b'), ...describe(views, toA, 'a-to-b')];
  });
}

/** One direction of a route: what was and is said of it, undefined on a side without the pair. */
type ToldPassage = {
  readonly route: Route;
  readonly from: string;
  readonly to: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** The pair as it is, or as it was when one of the two is gone. */
  readonly pair: RoutedPair | undefined;
};

function describe(views: PodViews, passage: ToldPassage, direction: 'both' | 'a-to-b'): ChangeDraft[] {
  const { route, from, to, before, after } = passage;
  const { kind, volume } = route;
  const [was, is] = [possible(before), possible(after)];
  if (was === is) return [];
  return [
    {
      outcome: outcomeOf(was, is),
      kind,
      ...(volume === undefined ? {} : { subject: volume }),
      containers: [from, to],
      direction,
      ...beforeAndAfter(before, after),
      because: why(views.after, passage, direction),
      place: placeOfChannel(views, { kind, volume, from, to }),
    },
  ];
}

const possible = (told: string | undefined): string | undefined => (told === 'no' ? undefined : told);

/** The reason for what is so now; for what was so when a container is gone. */
function why(after: PodView, { route, from, to, pair }: ToldPassage, direction: 'both' | 'a-to-b'): string {
  const { kind, volume } = route;
  const told = pair && reasonForRoute(pair, route, direction === 'both' ? undefined : from);
  if (told !== undefined) return told;
  return volume !== undefined && !seeTogether(after, volume, [from, to])
    ? whyApart(after, volume, [from, to])
    : (pair?.kinds.get(kind)?.[0].because ?? '');
}

const seeTogether = ({ volumes }: PodView, volume: string, pair: readonly string[]): boolean =>
  volumes.get(volume)?.overlaps.some(({ containers }) => pair.every((name) => containers.includes(name))) ===
  true;
