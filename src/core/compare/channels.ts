import type { Channel, Pair } from '../../model/report.ts';
import { beforeAndAfter, type ChangeDraft, outcomeOf } from './change-draft.ts';
import { placeOfChannel } from './channel-place.ts';
import { joinPairs } from './join-pairs.ts';
import { type PodViews, pairKey } from './pod-view.ts';

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
  const [was, is] = [views.before.pairs?.get(key), views.after.pairs?.get(key)];
  const channels = [...(is?.channels ?? []), ...(was?.channels ?? [])];
  const routes = new Map(channels.map((channel) => [routeOf(channel), channel]));
  return [...routes.values()].flatMap((route) => {
    const toB = { from: a, to: b, before: tell(was, route, a), after: tell(is, route, a) };
    const toA = { from: b, to: a, before: tell(was, route, b), after: tell(is, route, b) };
    const alike = toB.before === toA.before && toB.after === toA.after;
    return (alike ? [toB] : [toB, toA]).flatMap((passage) =>
      describe(views, route, passage, alike ? 'both' : 'a-to-b'),
    );
  });
}

/** What a channel goes through: with several volumes shared files have several routes. */
type Route = Pick<Channel, 'kind' | 'volume'>;

const routeOf = ({ kind, volume = '' }: Route): string => `${kind} ${volume}`;

/** What was and is said of one direction of a route; undefined on a side without the pair. */
type Passage = {
  readonly from: string;
  readonly to: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
};

function describe(
  views: PodViews,
  { kind, volume }: Route,
  { from, to, before, after }: Passage,
  direction: 'both' | 'a-to-b',
): ChangeDraft[] {
  const [was, is] = [possible(before), possible(after)];
  if (was === is) return [];
  const key = pairKey(from, to);
  return [
    {
      outcome: outcomeOf(was, is),
      kind,
      ...(volume === undefined ? {} : { subject: volume }),
      containers: [from, to],
      direction,
      ...beforeAndAfter(before, after),
      because: whyRoute(views.after.pairs?.get(key) ?? views.before.pairs?.get(key), { kind, volume }, from),
      place: placeOfChannel(views, { kind, volume, from, to }),
    },
  ];
}

const possible = (told: string | undefined): string | undefined => (told === 'no' ? undefined : told);

/** The entries of a route that are about what one container can do to the other. */
const entriesOf = ({ a, channels }: Pair, route: Route, from: string): Channel[] =>
  channels.filter(
    (channel) =>
      routeOf(channel) === routeOf(route) &&
      (channel.direction === 'both' || channel.direction === (from === a ? 'a-to-b' : 'b-to-a')),
  );

/** The verdict on one direction with its conditions, in words that do not depend on the order of anything. */
function tell(pair: Pair | undefined, route: Route, from: string): string | undefined {
  const told = pair && entriesOf(pair, route, from).map(tellEntry);
  return told && (told.length === 0 ? 'no' : [...new Set(told)].sort().join('; or '));
}

const tellEntry = ({ verdict, conditions }: Channel): string =>
  conditions.length === 0 ? verdict : `${verdict}, if: ${conditions.toSorted().join(' And if: ')}`;

function whyRoute(pair: Pair | undefined, route: Route, from: string): string {
  const ofKind = pair?.channels.filter(({ kind }) => kind === route.kind) ?? [];
  const [entry] = pair === undefined ? [] : entriesOf(pair, route, from);
  return (entry ?? ofKind.find(({ verdict }) => verdict === 'no') ?? ofKind[0])?.because ?? '';
}
