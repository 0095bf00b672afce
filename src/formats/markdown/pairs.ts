import type { Channel, Pair, PodReport } from '../../model/report.ts';
import type { ChannelKind } from '../../model/vocabulary.ts';
import { codeSpan, escapeText, table } from './text.ts';

const titles: Readonly<Record<ChannelKind, string>> = {
  localhost: 'Talk over localhost',
  'abstract-unix-socket': 'Talk over an abstract UNIX socket',
  'sysv-ipc': 'Use the same System V IPC objects',
  'posix-mqueue': 'Use the same POSIX message queues',
  'shared-memory': 'Use the same shared memory (/dev/shm)',
  'shared-files': 'Exchange files through a volume',
  'see-processes': "See the other's processes",
  signals: 'Signal them',
  'proc-root': 'Read their files and environment (/proc/PID)',
  ptrace: 'Trace them',
  'mount-propagation': 'See mounts the other makes',
};

/** How many pairs a text shows; the JSON report has them all. */
const MOST_PAIRS = 10;

/** What one container can do to another, a table for each pair. Empty when no pairs are listed. */
export function pairSection({ pairs = [] }: PodReport): string {
  if (pairs.length === 0) return '';
  const shown = pairs.slice(0, MOST_PAIRS).map(renderPair);
  const more = pairs.length - shown.length;
  return [
    '### What one container can do to the other',
    ...shown,
    ...(more > 0 ? [`${more} more pairs are in the JSON report.`] : []),
  ].join('\n\n');
}

/** One pair: when they live, what one can do to the other, and why not the rest. */
export function renderPair(pair: Pair): string {
  const possible = pair.channels.filter(({ verdict }) => verdict !== 'no');
  const impossible = pair.channels.filter(({ verdict }) => verdict === 'no');
  return [
    pairTitle(pair),
    ...(possible.length > 0
      ? [
          table(
            ['Can they …', 'Answer', 'Why'],
            possible.map((channel) => channelCells(pair, channel)),
          ),
        ]
      : []),
    ...(impossible.length > 0 ? [impossibleText(impossible)] : []),
  ].join('\n\n');
}

/** Who the two are, and whether they meet. */
export const pairTitle = ({ a, b, lifetime }: Pick<Pair, 'a' | 'b' | 'lifetime'>): string =>
  `**${codeSpan(a)} and ${codeSpan(b)}** ${lifetime === 'concurrent' ? 'run at the same time.' : `never run at the same time: ${codeSpan(a)} ends first.`}`;

const answers = {
  yes: '✅ Yes',
  conditional: '🔸 It depends',
  'left-behind': '📦 Left behind',
  no: '❌ No',
} as const;

/** Question, answer and reason: the cells of a row. */
export const channelCells = (
  pair: Pick<Pair, 'a' | 'b'>,
  { kind, verdict, direction, because, conditions }: Channel,
): [string, string, string] => [
  titles[kind],
  `${answers[verdict]}${arrow(pair, direction)}`,
  [escapeText(because), ...conditions.map((condition) => `_If:_ ${escapeText(condition)}`)].join(' '),
];

function arrow({ a, b }: Pick<Pair, 'a' | 'b'>, direction: Channel['direction']): string {
  if (direction === 'a-to-b') return `, ${codeSpan(a)} → ${codeSpan(b)}`;
  return direction === 'b-to-a' ? `, ${codeSpan(b)} → ${codeSpan(a)}` : '';
}

/** One line for each reason, with what it rules out. */
function impossibleText(channels: readonly Channel[]): string {
  const reasons = new Map<string, string[]>();
  for (const { kind, because } of channels)
    reasons.set(because, [...(reasons.get(because) ?? []), titles[kind]]);
  return [...reasons]
    .map(([because, kinds]) => `- ❌ ${kinds.join('; ')}: ${escapeText(because)}`)
    .join('\n');
}
