import { listWords } from '../model/list-words.ts';
import type { NamespaceSharing, Overlap, PodReport } from '../model/report.ts';
import { roleNouns } from '../model/role-nouns.ts';
import type { NamespaceKind } from '../model/vocabulary.ts';
import { checksAtLimit } from './checks/at-limit.ts';
import { countFindings, isToLookAt } from './count-findings.ts';
import { tellRuntimeClass } from './runtime-class.ts';

/**
 * Says what a Pod shares in one plain paragraph, as a person would tell a colleague: who is in it, what all share, what
 * only some share, the files, what is the node's, what a RuntimeClass may make of that, and how many findings to look at.
 */
export function summarize(report: Omit<PodReport, 'summary'>, runtimeClass?: string): string {
  return [
    intro(report),
    endsFirst(report),
    everyoneShares(report),
    someShare(report),
    files(report),
    nodeOwned(report),
    runtimeClass ? tellRuntimeClass(runtimeClass) : '',
    findings(report),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

type Report = Omit<PodReport, 'summary'>;

function intro({ source, containers, os }: Report): string {
  const what = source.kind === 'Pod' ? 'Pod' : `The Pod of ${source.kind}`;
  const name = source.name === null ? '' : ` ${source.name}`;
  const system = os === 'windows' ? ' runs on Windows and' : '';
  const mixed = new Set(containers.map(({ role }) => role)).size > 1;
  const list = containers.map((container) =>
    mixed ? `${container.name} (${roleNouns[container.role]})` : container.name,
  );
  if (containers.length === 0) return `${what}${name} has no containers.`;
  const count = containers.length === 1 ? 'one container' : `${containers.length} containers`;
  return `${what}${name}${system} has ${count}: ${enumerate(list)}.`;
}

/** Plain init containers are over before the rest begins, which is what people forget about them. */
function endsFirst({ containers }: Report): string {
  const inits = containers.filter(({ role }) => role === 'init').map(({ name }) => name);
  const apps = containers.filter(({ role }) => role === 'app').map(({ name }) => name);
  if (inits.length === 0 || apps.length === 0) return '';
  return `${enumerate(inits)} ${inits.length === 1 ? 'has' : 'have'} ended before ${enumerate(apps)} ${apps.length === 1 ? 'starts' : 'start'}.`;
}

/** What sharing each kind of namespace means, as the object of "share". */
const meanings: Partial<Readonly<Record<NamespaceKind, string>>> = {
  network: 'the network (one IP address, one localhost)',
  ipc: 'IPC objects',
  uts: 'the hostname',
  pid: 'processes',
};

function everyoneShares({ namespaces, runtimeMounts, containers }: Report): string {
  if (containers.length === 1) return 'There is no other container to share with.';
  if (containers.length === 0) return '';
  const shared = namespaces
    .filter((sharing) => isOne(sharing) && sharing.instances[0]?.scope === 'pod')
    .flatMap(({ kind }) => (kind === 'user' ? ['a user namespace of their own'] : (meanings[kind] ?? [])));
  const shm = runtimeMounts.find(({ path }) => path === '/dev/shm');
  if (shm?.instances.length === 1 && shm.instances[0]?.scope === 'pod') shared.push('/dev/shm');
  const apart = namespaces.filter(
    ({ kind, instances }) => instances.length === containers.length && kind in separately,
  );
  const separate = apart.map(({ kind }) => separately[kind] ?? '');
  return [
    shared.length === 0 ? '' : `They share ${enumerate(shared)}.`,
    separate.length === 0 ? '' : `Each has its own ${enumerate(separate)}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

const separately: Partial<Readonly<Record<NamespaceKind, string>>> = {
  pid: 'processes',
  mount: 'root file system',
};

const isOne = ({ instances }: NamespaceSharing): boolean => instances.length === 1;

function someShare({ namespaces }: Report): string {
  const pid = namespaces.find(({ kind }) => kind === 'pid');
  return (pid?.instances ?? [])
    .filter(({ scope, containers }) => scope === 'container' && containers.length > 1)
    .map(
      ({ containers, owner }) =>
        `${enumerate(containers.filter((name) => name !== owner))} can see the processes of ${owner}.`,
    )
    .join(' ');
}

const MANY = 4;

function files(report: Report): string {
  const { volumes, containers } = report;
  if (containers.length < 2) return '';
  const inits = new Set(containers.filter(({ role }) => role === 'init').map(({ name }) => name));
  const told = volumes.flatMap(({ name, overlaps }) =>
    overlaps.flatMap((overlap) => tellOverlap(name, overlap, inits)),
  );
  if (told.length === 0) return areHostProcesses(report) ? '' : 'No volume lets one pass files to another.';
  const more = told.length - MANY;
  return [
    ...told.slice(0, MANY),
    ...(more > 0 ? [`${more} more shared ${more === 1 ? 'tree' : 'trees'} of files.`] : []),
  ].join(' ');
}

/** Says what passes through one tree of a volume: from init containers to those after them, and between those. */
function tellOverlap(volume: string, overlap: Overlap, inits: ReadonlySet<string>): string[] {
  const { subPath, writers, readers, certainty } = overlap;
  const where = subPath ? `${volume} (${subPath})` : volume;
  if (certainty !== 'certain')
    return writers.length > 0 ? [`Volume ${where} may be shared by ${enumerate(readers)}.`] : [];
  const isInit = (name: string) => inits.has(name);
  const [early, late] = [writers.filter(isInit), readers.filter((name) => !isInit(name))];
  const lateWriters = writers.filter((name) => !isInit(name));
  return [
    ...(early.length > 0 && late.length > 0
      ? [`Volume ${where} hands what ${enumerate(early)} wrote to ${enumerate(late)}.`]
      : []),
    ...(early.length > 0 && late.length === 0
      ? [`Volume ${where} is handed on between ${enumerate(readers)}.`]
      : []),
    ...(late.length > 1 && lateWriters.length > 0 ? [tellLive(where, lateWriters, late)] : []),
  ];
}

function tellLive(where: string, writers: readonly string[], readers: readonly string[]): string {
  const others = readers.filter((reader) => !writers.includes(reader));
  return others.length === 0
    ? `Volume ${where} is shared by ${enumerate(readers)}, and ${writers.length === 2 ? 'both' : 'all'} can write.`
    : `Volume ${where}: ${enumerate(writers)} can write, ${enumerate(others)} can read.`;
}

/** On Windows only HostProcess containers are in the node's network, and nothing isolates those. */
const areHostProcesses = ({ os, namespaces }: Report): boolean =>
  os === 'windows' && namespaces.some((sharing) => isOne(sharing) && sharing.instances[0]?.scope === 'node');

function nodeOwned(report: Report): string {
  const { namespaces, runtimeMounts, containers } = report;
  const all = namespaces.filter(
    ({ kind, instances }) => kind in dangerous && instances.length === 1 && instances[0]?.scope === 'node',
  );
  const kinds = all.map(({ kind }) => dangerous[kind] ?? '');
  if (
    runtimeMounts.some(
      ({ path, instances }) => path === '/dev/shm' && instances.some(({ scope }) => scope === 'node'),
    )
  )
    kinds.push('/dev/shm');
  if (areHostProcesses(report)) kinds.push('processes', 'file system');
  if (kinds.length === 0) return '';
  return `${containers.length === 1 ? 'It uses' : 'They use'} the node's own ${enumerate(kinds)}.`;
}

const dangerous: Partial<Readonly<Record<NamespaceKind, string>>> = {
  network: 'network',
  ipc: 'IPC namespace',
  uts: 'hostname',
  pid: 'processes',
};

function findings({ findings: all }: Report): string {
  const counts = countFindings(all);
  const atLeast = checksAtLimit(all.filter(isToLookAt)).size === 0 ? '' : 'at least ';
  return counts.length === 0
    ? ''
    : `There ${/^1 \w+$/.test(counts.join()) ? 'is' : 'are'} ${atLeast}${enumerate(counts)} to look at.`;
}

const enumerate = (words: readonly string[]): string => listWords(words, 8);
