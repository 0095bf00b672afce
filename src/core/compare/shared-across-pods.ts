import type { Comparison } from '../../model/compare.ts';
import type { CrossPodSharing, PodReport } from '../../model/report.ts';
import type { Match } from './match-up.ts';

type Shared = Comparison['sharedAcrossPods'];

/**
 * Compares what containers of different Pods share. Something is gained when one takes part who did not before, whole or
 * as one more; lost likewise.
 *
 * @param matches - Which Pod is which: ids say only where a Pod stands.
 */
export function compareSharedAcrossPods(
  before: readonly CrossPodSharing[],
  after: readonly CrossPodSharing[],
  matches: readonly Match<PodReport>[],
): Shared {
  const was = indexMembers(before, new Map(matches.map((match, i) => [match.before?.id, i])));
  const is = indexMembers(after, new Map(matches.map((match, i) => [match.after?.id, i])));
  return { gained: findJoining(after, is, was), lost: findJoining(before, was, is) };
}

type Members = ReadonlyMap<string, ReadonlySet<string>>;

const subjectOf = ({ kind, subject }: CrossPodSharing): string => `${kind} ${subject}`;

/** Who takes part in what, each called by the number of its Pod and its name. */
const indexMembers = (
  sharings: readonly CrossPodSharing[],
  numbers: ReadonlyMap<string | undefined, number>,
): Members =>
  new Map(
    sharings.map((sharing) => [
      subjectOf(sharing),
      new Set(sharing.members.map(({ pod, container }) => `${numbers.get(pod)} ${container}`)),
    ]),
  );

const findJoining = (
  sharings: readonly CrossPodSharing[],
  here: Members,
  there: Members,
): CrossPodSharing[] =>
  sharings.filter((sharing) => {
    const known = there.get(subjectOf(sharing));
    return [...(here.get(subjectOf(sharing)) ?? [])].some((member) => !known?.has(member));
  });
