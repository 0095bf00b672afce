import type { Intent, IntentContainer } from '../../model/generate.ts';
import type { Options } from '../../model/options.ts';
import type { ContainerRole, Lifetime, NodeNamespace } from '../../model/vocabulary.ts';
import { lifetimeOf } from '../lifetime.ts';
import { listWishes, type PlacedWish } from './wish.ts';

export type PlannedContainer = IntentContainer & { readonly role: Exclude<ContainerRole, 'ephemeral'> };

/** An intent as the rules of wishes see it. */
export type Plan = {
  readonly intent: Intent;
  readonly options: Options;
  /** In start order: those that initialize as given, then the apps. */
  readonly containers: readonly PlannedContainer[];
  readonly names: readonly string[];
  readonly wishes: readonly PlacedWish[];
};

/** Puts the containers of an intent into start order and completes its wishes. */
export function makePlan(intent: Intent, options: Options): Plan {
  const given = intent.containers.map(({ role = 'app', ...container }) => ({ ...container, role }));
  const containers = [
    ...given.filter(({ role }) => role !== 'app'),
    ...given.filter(({ role }) => role === 'app'),
  ];
  const names = containers.map(({ name }) => name);
  return { intent, options, containers, names, wishes: listWishes(intent, names) };
}

type Started = readonly { readonly name: string; readonly role: ContainerRole }[];

/**
 * Says whether two containers can be alive together, and if not, which comes first.
 *
 * @param containers - In start order; of a plan or of a report.
 */
export function lifetimeBetween(containers: Started, a: string, b: string): Lifetime {
  const met = containers.filter(({ name }) => name === a || name === b);
  const [first, second] = met;
  if (first === undefined || second === undefined) return 'concurrent';
  if (lifetimeOf(first, second) === 'concurrent') return 'concurrent';
  return first.name === a ? 'a-before-b' : 'b-before-a';
}

/** Finds two of the containers named that can be alive together; of a single one, it and any other. */
export function findMeeting(
  containers: Started,
  named: readonly string[],
): readonly [string, string] | undefined {
  const names = containers.map(({ name }) => name);
  const here = names.filter((name) => named.includes(name));
  const others = named.length === 1 ? names : here;
  for (const a of here) {
    const b = others.find((other) => other !== a && lifetimeBetween(containers, a, other) === 'concurrent');
    if (b !== undefined) return [a, b];
  }
  return undefined;
}

/** Says whether a namespace of the node's is wished for. */
export const wishesNode = ({ wishes }: Plan, kind: NodeNamespace): boolean =>
  wishes.some((wish) => wish.list === 'share' && wish.kind === kind);

/** Puts names into start order, each once. */
export const inStartOrder = ({ names }: Plan, given: readonly string[]): string[] =>
  names.filter((name) => given.includes(name));
