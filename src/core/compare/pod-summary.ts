import { isChannel, isNamespace, namespaceNouns } from '../../model/change-kinds.ts';
import type { Change, PodChange } from '../../model/compare.ts';
import { groupBy } from '../../model/group-by.ts';
import { listNames } from '../list-names.ts';

/**
 * Says in one sentence what a reader has to know first of a Pod that changed: which containers came and went, and what is
 * shared now or not any more. What containers can do to each other follows from that; it is told when nothing else is.
 */
export function summarizePodChange({ pod, containers, gained, lost, changed }: PodChange): string {
  const all = [...gained, ...lost, ...changed];
  const [clauses = []] = [
    [
      ...tellNames(containers.added, 'came'),
      ...tellNames(containers.removed, 'went'),
      ...tellShared(gained, 'now'),
      ...tellShared(lost, 'no longer'),
      ...tellRoles(changed),
    ],
    tellKinds(
      changed.filter(({ kind }) => kind === 'volume'),
      'what is behind a volume, or who uses it, changed',
    ),
    tellKinds(
      all.filter(({ kind }) => isChannel(kind)),
      'what containers can do to each other changed',
    ),
    tellKinds(all, 'what else the containers have in common changed'),
    ['the sharing is the same, the findings are not'],
  ].filter(({ length }) => length > 0);
  return `${pod}: ${clauses.join('; ')}.`;
}

const tellNames = (names: readonly string[], verb: string): string[] =>
  names.length === 0 ? [] : [`${listNames(names)} ${verb}`];

function tellKinds(changes: readonly Change[], clause: string): string[] {
  const kinds = new Set(
    changes.map(({ kind, subject }) =>
      kind === 'port' ? `port ${subject}` : (kind === 'volume' && subject) || kind,
    ),
  );
  return kinds.size === 0 ? [] : [`${clause} (${listNames([...kinds])})`];
}

/** Who plays another part in the life of the Pod, as the first change of a lifetime says it. */
const tellRoles = (changed: readonly Change[]): string[] =>
  changed
    .filter(({ kind }) => kind === 'lifetime')
    .slice(0, 1)
    .map(({ because }) => because.replace(/\.$/, ''));

/** A clause for each group of containers. What only came or went with a container goes without saying. */
function tellShared(changes: readonly Change[], adverb: string): string[] {
  const told = changes.flatMap((change) => {
    const thing = nameShared(change);
    return thing === undefined ? [] : [{ containers: change.containers, thing }];
  });
  return [...groupBy(told, ({ containers }) => JSON.stringify(containers)).values()].map((group) => {
    const [{ containers }] = group;
    const verb = containers.length === 1 ? 'shares' : 'share';
    return `${listNames(containers)} ${adverb} ${verb} ${listNames(group.map(({ thing }) => thing))}`;
  });
}

function nameShared({ kind, subject, before, after }: Change): string | undefined {
  const isWithNode = [before, after].some((told) => told?.startsWith('shared-with-node'));
  if (kind === 'volume') return isWithNode ? `the node's files in volume ${subject}` : `volume ${subject}`;
  if (before === undefined || after === undefined) return undefined;
  if (kind === 'runtime-mount') return isWithNode ? `the node's ${subject}` : subject;
  return isNamespace(kind) ? `the ${isWithNode ? "node's " : ''}${namespaceNouns[kind]}` : undefined;
}
