import { listParts } from '../../model/analysis.ts';
import type { Analysis, CrossPodSharing, DocumentReport, PodReport } from '../../model/report.ts';
import { acrossLine } from './across.ts';
import { type Block, heading, type Line, list, paragraph } from './block.ts';
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
  return [heading(2, 'Shared across Pods'), list(shared.map((sharing) => acrossLine(sharing, titles)))];
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
