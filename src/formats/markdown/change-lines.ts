import { isChannel, isNamespace } from '../../model/change-kinds.ts';
import type { Change, PodChange } from '../../model/compare.ts';
import { groupBy } from '../../model/group-by.ts';
import { listWords } from '../../model/list-words.ts';
import type { ChangeKind } from '../../model/vocabulary.ts';
import { reasonKey, reasonOf } from './change-place.ts';
import { doing, isToProcesses, isWithNode, nounOf } from './change-words.ts';
import { type JoinedChange, joinChanges, verdictOf } from './join-changes.ts';
import { codeList, codeSpan, escapeText } from './text.ts';

type Outcome = 'gained' | 'lost';

/**
 * Says what containers can do now and could not, or the reverse: what they share with the node first, then what concerns
 * processes, then files. What a container shares with its neighbours because it came or went is left out as far as every
 * container does.
 */
export function changeLines(change: PodChange, outcome: Outcome): string[] {
  const newcomers = newcomersOf(change);
  const told = change[outcome].filter((one) => !isWithContainer(one, outcome) || isTelling(one, outcome));
  const implied = new Set(told.flatMap(({ kind, subject }) => impliedBy(kind, subject)));
  const telling = told.filter((one) => isWithNode(one) || !implied.has(nameKind(one)));
  const joined = joinChanges(telling, newcomers).sort((x, y) => rank(x) - rank(y));
  return [...groupBy(joined, (one) => groupKey(one, outcome)).values()].map(
    (group) => `- ${sentence(group, outcome, newcomers)}: ${reasonOf(group[0], newcomers)}.`,
  );
}

/** The containers that came or went in a Pod that stays. */
const newcomersOf = ({ status, containers }: Pick<PodChange, 'status' | 'containers'>): string[] =>
  status === 'changed' ? [...containers.added, ...containers.removed] : [];

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
const groupKey = (change: JoinedChange, outcome: Outcome): string => {
  const { kind, containers, direction } = change;
  const sort = isChannel(kind)
    ? [isToProcesses(kind), ...manner(change, outcome)]
    : [kind === 'port', isWithNode(change)];
  const names = direction === 'a-to-b' ? containers : containers.toSorted();
  return JSON.stringify([sort, names, direction, reasonKey(change)]);
};

/** How sure it is that one can do something, and how: what stands before and after what is done. */
function manner(change: JoinedChange, outcome: Outcome): readonly [modal: string, manner: string] {
  const { before, after, pairs } = change;
  const among = pairs === undefined ? '' : `, in ${pairs}`;
  if (outcome === 'lost')
    return ['can no longer', `${before === 'left-behind' ? ', by what it leaves behind' : ''}${among}`];
  if (after === 'left-behind') return ['can now', `, by what it leaves behind${among}`];
  return verdictOf(after) === 'conditional'
    ? ['may now', `${among} (${conditionsOf(change)})`]
    : ['can now', among];
}

/** The conditions as the report has them; in general terms when each pair has its own. */
function conditionsOf({ kind, after = '', varies }: JoinedChange): string {
  if (varies !== true) return escapeText(after.replace(/^[a-z-]+, /, ''));
  return isToProcesses(kind)
    ? 'if users, capabilities and the node allow it'
    : 'if users, modes and labels allow it';
}

function sentence(
  group: readonly [JoinedChange, ...JoinedChange[]],
  outcome: Outcome,
  newcomers: readonly string[],
): string {
  const [first] = group;
  const isPartial = first.before === undefined || first.after === undefined;
  const came = first.containers.filter((name) => (isPartial ? newcomers.includes(name) : name === first.hub));
  const others = first.containers.filter((name) => !came.includes(name));
  return isChannel(first.kind)
    ? doingSentence(group, manner(first, outcome), came, others)
    : sharingSentence(group, outcome, came, others);
}

function sharingSentence(
  group: readonly [Change, ...Change[]],
  outcome: Outcome,
  came: readonly string[],
  others: readonly string[],
): string {
  const subjects = came.length > 0 ? came : others;
  const verb = `${group[0].kind === 'port' ? 'declare' : 'share'}${subjects.length === 1 ? 's' : ''}`;
  const what = listWords([...new Set(group.map(nounOf))]);
  const partners = came.length > 0 && others.length > 0 ? ` with ${codeList(others)}` : '';
  return `${codeList(subjects)} ${outcome === 'gained' ? 'now' : 'no longer'} ${verb} ${what}${partners}`;
}

function doingSentence(
  group: readonly [Change, ...Change[]],
  [modal, how]: readonly [string, string],
  came: readonly string[],
  others: readonly string[],
): string {
  const [{ containers, direction }] = group;
  const [from = '', ...targets] = containers;
  if (direction === 'a-to-b') return `${codeSpan(from)} ${modal} ${doing(group, codeList(targets))}${how}`;
  if (came.length === 0 || others.length === 0 || containers.length === 2)
    return `${codeList(containers)} ${modal} ${doing(group, 'each other')}${how}`;
  const whom = `${came.length > 1 ? 'each other, ' : ''}${codeList(others)}`;
  return `${codeList(came)} ${modal} ${doing(group, whom)}, and the other way round${how}`;
}
