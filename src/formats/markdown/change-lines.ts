import { isChannel, isNamespace } from '../../model/change-kinds.ts';
import type { Change, PodChange } from '../../model/compare.ts';
import { listWords } from '../../model/list-words.ts';
import type { ChangeKind } from '../../model/vocabulary.ts';
import { reasonOf } from './change-place.ts';
import { doing, isToProcesses, isWithNode, nounOf } from './change-words.ts';
import { codeList, codeSpan, escapeText } from './text.ts';

type Outcome = 'gained' | 'lost';

/**
 * Says what containers can do now and could not, or the reverse: what they share with the node first, then what concerns
 * processes, then files. What a container shares with its neighbours because it came or went is left out as far as every
 * container does.
 */
export function changeLines(changes: readonly Change[], outcome: Outcome): string[] {
  const told = changes.filter((change) => !isWithContainer(change, outcome) || isTelling(change, outcome));
  const implied = new Set(told.flatMap(({ kind, subject }) => impliedBy(kind, subject)));
  const groups = new Map<string, [Change, ...Change[]]>();
  for (const change of told.toSorted((x, y) => rank(x) - rank(y))) {
    if (!isWithNode(change) && implied.has(nameKind(change))) continue;
    const key = groupKey(change, outcome);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [change]);
    else group.push(change);
  }
  return [...groups.values()].map((group) => `- ${sentence(group, outcome)}: ${reasonOf(group[0])}.`);
}

/** What the containers that came share with the others as all containers of a Pod do, as the object of "share". */
export const ordinaryNouns = ({ gained }: PodChange): string[] => [
  ...new Set(
    gained
      .filter((change) => isWithContainer(change, 'gained') && !isTelling(change, 'gained'))
      .flatMap((change) => (isChannel(change.kind) || isWithNode(change) ? [] : [nounOf(change)])),
  ),
];

/** Says whether a change is there only because a container came or went. */
const isWithContainer = ({ kind, before, after }: Change, outcome: Outcome): boolean =>
  (isNamespace(kind) || kind === 'runtime-mount' || isChannel(kind)) &&
  (outcome === 'gained' ? before : after) === undefined;

const isAboutProcesses = ({ kind }: Change): boolean => kind === 'pid' || isToProcesses(kind);
const fileKinds = new Set<ChangeKind>(['volume', 'shared-files', 'mount-propagation']);
/** With the node by default. */
const nodeKinds = new Set<ChangeKind>(['user', 'time']);

/** Says whether a container that came shares more than every container does. */
const isTelling = (change: Change, outcome: Outcome): boolean =>
  outcome === 'gained' &&
  (isAboutProcesses(change) ||
    fileKinds.has(change.kind) ||
    (isWithNode(change) && !nodeKinds.has(change.kind)));

function rank(change: Change): number {
  if (isWithNode(change)) return 0;
  if (isAboutProcesses(change)) return 1;
  return fileKinds.has(change.kind) ? 2 : 3;
}

const nameKind = ({ kind, subject = '' }: Pick<Change, 'kind' | 'subject'>): string => `${kind} ${subject}`;

/** What is shared need not be told beside what can be done because of it. */
const causes: Partial<Readonly<Record<ChangeKind, string>>> = {
  localhost: 'network ',
  'sysv-ipc': 'ipc ',
  'see-processes': 'pid ',
  'shared-memory': 'runtime-mount /dev/shm',
};

const impliedBy = (kind: ChangeKind, subject: string | undefined): string[] =>
  kind === 'shared-files' && subject !== undefined ? [`volume ${subject}`] : [causes[kind] ?? []].flat();

/** Changes that make one sentence: of the same containers, for the same reason, under the same conditions. */
const groupKey = (change: Change, outcome: Outcome): string => {
  const { kind, containers, direction, side, pointer } = change;
  const sort = isChannel(kind) ? [isToProcesses(kind), ...manner(change, outcome)] : isWithNode(change);
  return JSON.stringify([sort, containers, direction, side, pointer]);
};

/** How sure it is that one can do something, and how: what stands before and after what is done. */
function manner({ before, after }: Change, outcome: Outcome): readonly [modal: string, manner: string] {
  if (outcome === 'lost')
    return ['can no longer', before === 'left-behind' ? ', by what it leaves behind' : ''];
  const [verdict = '', conditions] = (after ?? '').split(/, (?=if: )(.*)/s);
  if (verdict === 'left-behind') return ['can now', ', by what it leaves behind'];
  return verdict === 'conditional' ? ['may now', ` (${escapeText(conditions ?? '')})`] : ['can now', ''];
}

function sentence(group: readonly [Change, ...Change[]], outcome: Outcome): string {
  const [first] = group;
  const who = codeList(first.containers);
  if (!isChannel(first.kind)) {
    const verb = `share${first.containers.length === 1 ? 's' : ''}`;
    return `${who} ${outcome === 'gained' ? 'now' : 'no longer'} ${verb} ${listWords([...new Set(group.map(nounOf))])}`;
  }
  const [modal, how] = manner(first, outcome);
  const [from = '', ...others] = first.containers;
  return first.direction === 'both'
    ? `${who} ${modal} ${doing(group, 'each other')}${how}`
    : `${codeSpan(from)} ${modal} ${doing(group, codeList(others))}${how}`;
}
