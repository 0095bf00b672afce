import type { Channel, PodReport } from '../../src/model/report.ts';
import { type ChannelKind, channelKinds, type Verdict } from '../../src/model/vocabulary.ts';
import type { Moment, RunningContainer } from './kubelet.ts';

/** By direction (`app > sidecar`) and kind: `ok`, or the error that came. */
export type Deeds = Map<string, Partial<Record<ChannelKind, string>>>;

/**
 * Channels on which one container leaves something and the other finds it: the direction is that of the data. On all others a
 * container acts on a living one: the direction is that of the act.
 */
export const leaving: readonly ChannelKind[] = [
  'sysv-ipc',
  'posix-mqueue',
  'shared-memory',
  'shared-files',
  'mount-propagation',
];

/** What every container can do to itself. (Not ptrace: Yama, where it is on, forbids even that.) */
const alone: readonly ChannelKind[] = [
  'localhost',
  'abstract-unix-socket',
  'sysv-ipc',
  'posix-mqueue',
  'see-processes',
  'signals',
  'proc-root',
];

const direction = (from: string, to: string): string => `${from} > ${to}`;

/**
 * Lets every container that runs try every channel to every other one, to those that have ended and to itself, and keeps the results.
 * Two that met at an earlier moment are not tried again.
 */
export const tryChannels = async ({ running, ended }: Moment, deeds: Deeds): Promise<void> => {
  for (const { name, ticket, volumePaths, probe } of running) {
    if (!deeds.has(direction(name, name))) await probe('mount', ticket, ...volumePaths);
  }
  for (const actor of running) {
    for (const other of [...running, ...ended]) {
      if (deeds.get(direction(actor.name, other.name))?.localhost !== undefined) continue;
      const results = await reach(actor, other);
      for (const kind of channelKinds) {
        const key = leaving.includes(kind)
          ? direction(other.name, actor.name)
          : direction(actor.name, other.name);
        deeds.set(key, { ...deeds.get(key), [kind]: results.get(kind) ?? 'missing' });
      }
    }
  }
};

const reach = async (
  actor: RunningContainer,
  other: RunningContainer,
): Promise<ReadonlyMap<string, string>> => {
  const results = await actor.probe('reach', other.ticket, ...actor.volumePaths);
  const [environment = '', root = ''] = [results.get('environ'), results.get('root')];
  const equal = (environment === 'ok') === (root === 'ok');
  return new Map([...results, ['proc-root', equal ? root : `partly: environ ${environment}, root ${root}`]]);
};

/** One thing the report says and the kernel was asked about. */
export type Claim = {
  readonly direction: string;
  readonly kind: ChannelKind;
  readonly verdict: Verdict;
  /** What happened; `never met` where one had ended before the other started. */
  readonly result: string;
};

/** Every claim of a report's pairs, in both directions. An ephemeral container comes last here, so it has met no plain init container. */
export const claimsOf = ({ containers, pairs = [] }: PodReport, deeds: Deeds): readonly Claim[] => {
  const roles = new Map(containers.map(({ name, role }) => [name, role]));
  return pairs
    .filter(({ a, b }) => !(roles.get(a) === 'init' && roles.get(b) === 'ephemeral'))
    .flatMap(({ a, b, channels }) =>
      channelKinds.flatMap((kind) => [
        claim(channels, kind, 'a-to-b', direction(a, b), deeds),
        claim(channels, kind, 'b-to-a', direction(b, a), deeds),
      ]),
    );
};

const claim = (
  channels: readonly Channel[],
  kind: ChannelKind,
  way: 'a-to-b' | 'b-to-a',
  key: string,
  deeds: Deeds,
): Claim => {
  const verdicts = channels
    .filter((channel) => channel.kind === kind && [way, 'both'].includes(channel.direction))
    .map(({ verdict }) => verdict);
  const strongest = (['yes', 'left-behind', 'conditional'] as const).find((verdict) =>
    verdicts.includes(verdict),
  );
  return { direction: key, kind, verdict: strongest ?? 'no', result: deeds.get(key)?.[kind] ?? 'never met' };
};

/** Whether the kernel did as the report says, and not only in part. What is conditional may go either way. */
export const holds = ({ verdict, result }: Claim): boolean => {
  if (verdict === 'conditional') return true;
  return verdict === 'no' ? result !== 'ok' && !result.startsWith('partly') : result === 'ok';
};

/** What a container could not do to itself, which means that the tests and not the kernel are at fault. */
export const failedAlone = (deeds: Deeds): readonly string[] =>
  [...deeds].flatMap(([key, results]) => {
    const [from, to] = key.split(' > ');
    return from === to
      ? alone.filter((kind) => results[kind] !== 'ok').map((kind) => `${key} ${kind}: ${results[kind]}`)
      : [];
  });
