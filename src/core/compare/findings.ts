import type { PodChange } from '../../model/compare.ts';
import type { Finding, PodReport } from '../../model/report.ts';
import { matchUp } from './match-up.ts';
import { withoutItems } from './place.ts';

/** A finding and what it is about, wherever that stands. */
type Subject = { readonly finding: Finding; readonly key: string };

/**
 * Says which findings are new and which are gone. A finding is known when the other side has one of the same check about
 * the same thing: containers and volumes by name, mounts by path, what else stands in a list in the order of the list.
 * A waiver that came or went, or has another reason, makes it gone and new.
 */
export function compareFindings(before: PodReport | null, after: PodReport | null): PodChange['findings'] {
  const matches = matchUp(listSubjects(before), listSubjects(after), [
    ({ finding, key }) => JSON.stringify([key, finding.containers, finding.message]),
    ({ finding, key }) => JSON.stringify([key, finding.containers]),
    ({ key }) => key,
  ]);
  return {
    new: matches.flatMap((match) => (match.before === null ? [match.after.finding] : [])),
    gone: matches.flatMap((match) => (match.after === null ? [match.before.finding] : [])),
  };
}

function listSubjects(pod: PodReport | null): Subject[] {
  if (pod === null) return [];
  const names = nameThings(pod);
  return pod.findings.map((finding) => ({
    finding,
    key: JSON.stringify([finding.check, subjectOf(finding, pod, names), finding.waived?.reason]),
  }));
}

/** What is said of the Pod as a whole is known by its first sentence: where it points depends on what else is there. */
const subjectOf = (
  { check, message, pointer }: Finding,
  pod: PodReport,
  names: ReadonlyMap<string, string>,
) => (check === 'pod-security-level' ? message.split('. ', 1) : nameSubject(pointer, pod, names));

/** What things with a place in a list are called, by pointer. An implicit mount has that of its container. */
const nameThings = ({ containers, volumes }: PodReport): Map<string, string> =>
  new Map([
    ...volumes.flatMap(({ pointer, name, mounts }) => [
      ...(pointer === null ? [] : [[pointer, name] as const]),
      ...mounts.map((mount) => [mount.pointer, mount.path] as const),
    ]),
    ...containers.map(({ pointer, name }) => [pointer, name] as const),
  ]);

/** Writes a pointer with names for places in lists, and from the PodSpec on when it leads into it. */
function nameSubject(pointer: string, { source }: PodReport, names: ReadonlyMap<string, string>): string[] {
  const isInside = pointer === source.pointer || pointer.startsWith(`${source.pointer}/`);
  const root = isInside ? source.pointer : '';
  let path = root;
  const rest = isInside ? pointer.slice(root.length) : withoutItems(pointer);
  return rest.split('/').map((part, i) => {
    if (i > 0) path = `${path}/${part}`;
    return /^\d+$/.test(part) ? (names.get(path) ?? '*') : part;
  });
}
