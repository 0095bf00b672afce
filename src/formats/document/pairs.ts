import { groupBy } from '../../model/group-by.ts';
import type { Channel, Pair, PodReport } from '../../model/report.ts';
import type { ChannelKind } from '../../model/vocabulary.ts';
import { type Block, heading, joinLines, type Line, list, paragraph, table } from './block.ts';

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
export function pairBlocks({ pairs = [] }: PodReport): Block[] {
  if (pairs.length === 0) return [];
  const shown = pairs.slice(0, MOST_PAIRS);
  const more = pairs.length - shown.length;
  return [
    heading(3, 'What one container can do to the other'),
    ...shown.flatMap(onePairBlocks),
    ...(more > 0 ? [paragraph(`${more} more pairs are in the JSON report.`)] : []),
  ];
}

/** One pair: when they live, what one can do to the other, and why not the rest. */
export function onePairBlocks(pair: Pair): Block[] {
  const possible = pair.channels.filter(({ verdict }) => verdict !== 'no');
  const impossible = pair.channels.filter(({ verdict }) => verdict === 'no');
  return [
    paragraph(...pairTitle(pair)),
    ...(possible.length > 0
      ? [
          table(
            ['Can they …', 'Answer', 'Why'],
            possible.map((channel) => channelCells(pair, channel)),
          ),
        ]
      : []),
    ...(impossible.length > 0 ? [list(reasonsAgainst(impossible))] : []),
  ];
}

/** Who the two are, and whether they meet. */
export const pairTitle = ({ a, b, lifetime }: Pick<Pair, 'a' | 'b' | 'lifetime'>): Line => [
  { strong: [{ code: a }, ' and ', { code: b }] },
  ...(lifetime === 'concurrent'
    ? [' run at the same time.']
    : [' never run at the same time: ', { code: a }, ' ends first.']),
];

const answers = {
  yes: { sign: '✅', word: 'Yes' },
  conditional: { sign: '🔸', word: 'It depends' },
  'left-behind': { sign: '📦', word: 'Left behind' },
  no: { sign: '❌', word: 'No' },
} as const;

/** Question, answer and reason: the cells of a row. */
export function channelCells(
  pair: Pick<Pair, 'a' | 'b'>,
  { kind, verdict, direction, because, conditions }: Channel,
): [Line, Line, Line] {
  const { sign, word } = answers[verdict];
  const ifs = conditions.map((condition): Line => [{ em: 'If:' }, ` ${condition}`]);
  return [[titles[kind]], [{ sign }, word, ...arrow(pair, direction)], joinLines([[because], ...ifs], ' ')];
}

function arrow({ a, b }: Pick<Pair, 'a' | 'b'>, direction: Channel['direction']): Line {
  if (direction === 'a-to-b') return [', ', { code: a }, ' → ', { code: b }];
  return direction === 'b-to-a' ? [', ', { code: b }, ' → ', { code: a }] : [];
}

/** One line for each reason, with what it rules out. */
function reasonsAgainst(channels: readonly Channel[]): Line[] {
  return [...groupBy(channels, ({ because }) => because)].map(([because, alike]) => [
    { sign: '❌', says: 'No: ' },
    `${alike.map(({ kind }) => titles[kind]).join('; ')}: ${because}`,
  ]);
}
