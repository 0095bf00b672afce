import type { PodManifest } from '../model/manifest.ts';
import type { Options } from '../model/options.ts';
import type { Because, NamespaceSharing, Pair } from '../model/report.ts';
import type { NamespaceKind } from '../model/vocabulary.ts';
import { gatherFacts } from './gather-facts.ts';
import { pairUp } from './pairs.ts';
import { buildPod } from './pod.ts';

/** Two containers of one Pod, and why they stand to each other as they do. */
export type ExplainedPair = {
  /** Id of the Pod in a report: `0/spec`. */
  readonly pod: string;
  readonly pair: Pair;
  /** Why each kind of namespace is theirs together or apart, in report order; without those that do not apply. */
  readonly reasons: readonly { readonly kind: NamespaceKind; readonly because: readonly Because[] }[];
};

/**
 * Explains one pair of containers of a Pod, however many containers there are. Names are those of a report.
 *
 * @returns The pair in start order, whichever was named first; undefined when the Pod has not both, or they are one.
 */
export function explainPair(
  manifest: PodManifest,
  options: Options,
  names: readonly [string, string],
): ExplainedPair | undefined {
  const isMeant = ({ name }: { readonly name: string }) => names.includes(name);
  if (buildPod(manifest, options).containers.filter(isMeant).length !== 2) return undefined;
  const facts = gatherFacts(manifest, options);
  const [a, b] = facts.pod.containers.filter(isMeant);
  if (a === undefined || b === undefined) return undefined;
  return {
    pod: facts.pod.id,
    pair: pairUp(facts.pod, facts)(a, b),
    reasons: facts.namespaces.filter(({ applies }) => applies).map((sharing) => reasonOf(sharing, names)),
  };
}

/** One reason when both are in one instance, else one for each instance they are in, each told once. */
function reasonOf({ kind, instances }: NamespaceSharing, names: readonly string[]) {
  const own = instances.filter(({ containers }) => containers.some((name) => names.includes(name)));
  const because = new Map(own.map((instance) => [instance.because.text, instance.because]));
  return { kind, because: [...because.values()] };
}
