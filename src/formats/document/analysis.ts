import { listParts } from '../../model/analysis.ts';
import { groupBy } from '../../model/group-by.ts';
import type { Analysis, CrossPodSharing, DocumentReport, PodReport } from '../../model/report.ts';
import { type Block, heading, joinLines, type Line, list, nameList, paragraph } from './block.ts';
import { findingBlocks } from './findings.ts';
import { namespaceTable } from './namespaces.ts';
import { pairBlocks } from './pairs.ts';
import { volumeBlocks } from './volumes.ts';

/** Everything a person is told: each Pod, what Pods share with each other, what was not read, what answered. */
export const analysisBlocks = (analysis: Analysis): Block[] => [
  ...analysis.pods.flatMap(podBlocks),
  ...closingBlocks(analysis),
];

/** One Pod. The first block is its heading, the second its summary. */
export const podBlocks = (pod: PodReport): Block[] => [
  heading(2, ...podTitle(pod)),
  paragraph(pod.summary),
  namespaceTable(pod),
  ...volumeBlocks(pod),
  ...pairBlocks(pod),
  ...findingBlocks(pod),
];

/** What stands after the Pods. */
export const closingBlocks = ({ engine, documents, pods, sharedAcrossPods }: Analysis): Block[] => [
  ...acrossBlocks(sharedAcrossPods, pods),
  ...unreadBlocks(documents),
  paragraph({
    em: `${engine.name} ${engine.version}, as on Kubernetes ${engine.kubernetesVersion} with ${engine.runtime} and cgroup ${engine.cgroup}.`,
  }),
];

const podTitle = ({ source: { kind, name } }: PodReport): Line =>
  name === null ? [`${kind} without a name`] : [`${kind} `, { code: name }];

function acrossBlocks(shared: readonly CrossPodSharing[], pods: readonly PodReport[]): Block[] {
  if (shared.length === 0) return [];
  const titles = new Map(pods.map((pod) => [pod.id, podTitle(pod)]));
  const items = shared.map(({ because, certainty, members }): Line => {
    const condition: Line = certainty === 'conditional' ? [' ', { em: 'If they run on the same node.' }] : [];
    return [...memberList(members, titles), `. ${because.text}`, ...condition];
  });
  return [heading(2, 'Shared across Pods'), list(items)];
}

/** Pods that are named as members; the others are counted. */
const MOST_MEMBERS = 6;

/** Which containers of which Pods take part. */
function memberList(members: CrossPodSharing['members'], titles: ReadonlyMap<string, Line>): Line {
  const lines = [...groupBy(members, ({ pod }) => pod)].map(
    ([pod, own]): Line => [
      ...(titles.get(pod) ?? [pod]),
      ' (',
      ...nameList(own.map(({ container }) => container)),
      ')',
    ],
  );
  const more = lines.length - MOST_MEMBERS;
  return [...joinLines(lines.slice(0, MOST_MEMBERS), ', '), ...(more > 0 ? [` and ${more} more`] : [])];
}

/** Documents without a Pod, and what is wrong with those that could not be read. */
function unreadBlocks(documents: readonly DocumentReport[]): Block[] {
  const parts = listParts(documents);
  const skipped = parts.filter(({ status }) => status === 'skipped').length;
  const problems = parts.flatMap((part) => part.problems);
  const items: Line[] = [
    ...(skipped > 0
      ? [
          [
            `${skipped} ${skipped === 1 ? 'object has' : 'objects have'} no Pod and ${skipped === 1 ? 'was' : 'were'} skipped.`,
          ],
        ]
      : []),
    ...problems.map(
      ({ detail, range }): Line => [{ sign: '🛑' }, `${range ? `Line ${range.start.line}: ` : ''}${detail}`],
    ),
  ];
  return items.length === 0 ? [] : [heading(2, 'The manifest'), list(items)];
}
