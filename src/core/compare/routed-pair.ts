import { groupBy } from '../../model/group-by.ts';
import type { Channel, Pair } from '../../model/report.ts';
import { reasonFor } from '../channels/channel.ts';

/** What a channel goes through: with several volumes shared files have several routes. */
export type Route = Pick<Channel, 'kind' | 'volume'>;

/** The entries on a pair by what they go through, so that each is looked at once. */
export type RoutedPair = Pick<Pair, 'a'> & {
  readonly routes: ReadonlyMap<string, readonly Channel[]>;
  readonly kinds: ReadonlyMap<string, readonly [Channel, ...Channel[]]>;
};

/** Arranges the entries on a pair. */
export const routePair = ({ a, channels }: Pair): RoutedPair => ({
  a,
  routes: groupBy(channels, routeKey),
  kinds: groupBy(channels, ({ kind }) => kind),
});

const routeKey = ({ kind, volume = '' }: Route): string => `${kind} ${volume}`;

/** The verdict on one direction with its conditions, in words that do not depend on the order of anything. */
export function tellRoute(pair: RoutedPair, route: Route, from: string): string {
  const told = entriesFrom(pair, route, from).map(tellEntry);
  return told.length === 0 ? 'no' : [...new Set(told)].sort().join('; or ');
}

/**
 * The reason a report gives for one direction, or for both when none is named; nothing when it does not speak of the route.
 *
 * @param from - The container the direction starts at.
 */
export function reasonForRoute(pair: RoutedPair, route: Route, from: string | undefined): string | undefined {
  const [first] = pair.routes.get(routeKey(route)) ?? [];
  if (from === undefined) return first?.because;
  const entry = entriesFrom(pair, route, from)[0] ?? first;
  return entry && reasonFor(entry, from === pair.a ? 'a-to-b' : 'b-to-a');
}

const entriesFrom = ({ a, routes }: RoutedPair, route: Route, from: string): Channel[] =>
  (routes.get(routeKey(route)) ?? []).filter(
    ({ verdict, direction }) =>
      verdict !== 'no' && (direction === 'both' || direction === (from === a ? 'a-to-b' : 'b-to-a')),
  );

const tellEntry = ({ verdict, conditions }: Channel): string =>
  conditions.length === 0 ? verdict : `${verdict}, if: ${conditions.toSorted().join(' And if: ')}`;
