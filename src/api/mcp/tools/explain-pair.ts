import type { ExplainedPair } from '../../../core/explain-pair.ts';
import { channelCells, onePairBlocks, pairTitle } from '../../../formats/document/pairs.ts';
import { printBlocks, printLine } from '../../../formats/markdown/blocks.ts';
import { codeSpan, escapeText } from '../../../formats/markdown/text.ts';
import { type Result, refuse } from '../../../model/problem.ts';
import type { Channel, Pair } from '../../../model/report.ts';
import { explainPairOf, type WhichPair } from '../../explain-pair.ts';
import { clip, LONGEST_NAME, LONGEST_REASON } from './clip.ts';
import { type Told, tellBriefly } from './told.ts';
import { defineTool, readTexts } from './tool.ts';

/** `explain_pair`: what two containers share, why, from when to when, and what one can do to the other. */
export const explainPair = defineTool({
  members: ['manifest', 'a', 'b', 'pod'],
  read: (given): Result<WhichPair> => {
    const texts = readTexts(given, 'manifest', 'a', 'b');
    const { pod } = given;
    if (!texts.ok || pod === undefined || pod === null) return texts;
    return typeof pod === 'string'
      ? { ok: true, value: { ...texts.value, pod } }
      : refuse('INVALID_REQUEST', '`pod` must be text: the id or the name of a Pod.');
  },
  answer: explainPairOf,
  brief,
  full: (explained) => [tellWhole(explained)],
});

function brief({ pod, pair, reasons }: ExplainedPair): Told {
  const id = clip(pod, LONGEST_NAME);
  const names = { a: clip(pair.a, LONGEST_NAME), b: clip(pair.b, LONGEST_NAME), lifetime: pair.lifetime };
  const channels = pair.channels.map((channel) => ({
    ...channel,
    because: clip(channel.because, LONGEST_REASON),
    conditions: channel.conditions.map((condition) => clip(condition, LONGEST_REASON)),
  }));
  return tellBriefly(
    {
      text: `${podTitle(id)}\n\n${printLine(pairTitle(names))}`,
      data: { detail: 'summary', pod: id, pair: { ...names, namespaces: pair.namespaces } },
    },
    {
      channels: {
        noun: 'channel',
        entries: possibleFirst(channels).map((channel) => ({
          text: channelLine(names, channel),
          data: channel,
        })),
      },
      reasons: {
        heading: '**Why**',
        noun: 'reason',
        entries: reasons.filter(isDecided).map((reason) => reasonEntry(pair, reason, LONGEST_REASON)),
      },
    },
  );
}

function tellWhole({ pod, pair, reasons }: ExplainedPair): Told {
  const { channels, ...rest } = pair;
  const why = reasons.map((reason) => reasonEntry(pair, reason));
  return {
    text: [
      podTitle(pod),
      printBlocks(onePairBlocks(pair)),
      '**Why**',
      why.map(({ text }) => text).join('\n'),
    ].join('\n\n'),
    data: { detail: 'full', pod, pair: rest, channels, reasons: why.map(({ data }) => data) },
  };
}

const podTitle = (pod: string) => `Pod ${codeSpan(pod)}:`;

const possibleFirst = (channels: readonly Channel[]): readonly Channel[] => [
  ...channels.filter(({ verdict }) => verdict !== 'no'),
  ...channels.filter(({ verdict }) => verdict === 'no'),
];

/** The row of the table in a report, as a line. */
function channelLine(names: Pick<Pair, 'a' | 'b'>, channel: Channel): string {
  const [question, answer, why] = channelCells(names, channel).map(printLine);
  return `- ${answer}: ${question}. ${why}`;
}

/** A default is the same for every Pod: the catalogue has it. */
const isDecided = ({ because }: ExplainedPair['reasons'][number]): boolean =>
  because.some(({ pointer }) => pointer !== null);

function reasonEntry(
  { namespaces }: Pair,
  { kind, because }: ExplainedPair['reasons'][number],
  most = Infinity,
) {
  const texts = because.map(({ text }) => clip(text, most));
  return {
    text: `- **${kind}** ${namespaces[kind].replaceAll('-', ' ')}: ${escapeText(texts.join(' '))}`,
    data: { kind, because: texts },
  };
}
