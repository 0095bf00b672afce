import { renderComparison } from '../../../formats/markdown/comparison.ts';
import { codeSpan, escapeText } from '../../../formats/markdown/text.ts';
import type { BriefChange } from '../../../model/brief.ts';
import type { Change, Comparison, PodChange } from '../../../model/compare.ts';
import type { Finding } from '../../../model/report.ts';
import { compare } from '../../compare.ts';
import { readToCompare } from '../../compare-request.ts';
import { clip, LONGEST_REASON, LONGEST_SUMMARY } from './clip.ts';
import { byWeight, findingEntry } from './finding.ts';
import { problemSection } from './rejection.ts';
import { sharingEntry } from './sharing.ts';
import { type Entry, type Section, type Told, tellBriefly } from './told.ts';
import { defineTool } from './tool.ts';

/** `compare_manifests`: how the sharing in two manifests differs, Pod by Pod. */
export const compareManifests = defineTool({
  members: ['before', 'after'],
  read: readToCompare,
  // In a summary too: what one container can do to another is told by its pairs.
  answer: (texts, options) => compare(texts, { ...options, detail: 'full' }),
  brief,
  full: (comparison) => [{ text: renderComparison(comparison), data: { detail: 'full', comparison } }],
});

function brief({ summary, pods, sharedAcrossPods, problems }: Comparison): Told {
  const changed = pods.filter(({ status }) => status !== 'same');
  const short = clip(summary, LONGEST_SUMMARY);
  return tellBriefly(
    { text: escapeText(short), data: { detail: 'summary', summary: short } },
    {
      pods: { noun: 'Pod', entries: changed.map(podEntry) },
      changes: { heading: '**Changes**', noun: 'change', entries: changed.flatMap(changeEntries) },
      findings: {
        heading: '**Findings**',
        noun: 'finding',
        entries: [
          ...findingEntries(
            'new',
            changed.flatMap(({ findings }) => findings.new),
          ),
          ...findingEntries(
            'gone',
            changed.flatMap(({ findings }) => findings.gone),
          ),
        ],
      },
      sharedAcrossPods: acrossSection(sharedAcrossPods),
      problems: problemSection(problems),
    },
  );
}

const podEntry = ({ pod, status }: PodChange): Entry => {
  const data = { pod: clip(pod, LONGEST_REASON), status };
  return { text: `- ${codeSpan(data.pod)}: ${status}`, data };
};

const changeEntries = ({ pod, gained, lost, changed }: PodChange): Entry[] => [
  ...gained.map((change) => changeEntry(pod, 'gained', change)),
  ...lost.map((change) => changeEntry(pod, 'lost', change)),
  ...changed.map((change) => changeEntry(pod, 'changed', change)),
];

function changeEntry(pod: string, how: BriefChange['change'], change: Change): Entry {
  const { kind, subject, containers, before, after, because } = change;
  const data: BriefChange = {
    pod,
    change: how,
    kind,
    ...(subject !== undefined && { subject }),
    containers,
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
    because: clip(because, LONGEST_REASON),
  };
  const what = subject === undefined ? kind : `${kind} ${subject}`;
  const states = [before, after].map((state) => state ?? 'not there').join(' → ');
  return {
    text: `- ${codeSpan(pod)} **${how}** ${escapeText(`${what}, ${containers.join(' and ')}: ${states}. ${data.because}`)}`,
    data,
  };
}

const findingEntries = (change: 'new' | 'gone', findings: readonly Finding[]): Entry[] =>
  byWeight(findings).map((finding) => {
    const { text, data } = findingEntry(finding);
    return { text: text.replace('- ', `- ${change}: `), data: { ...data, change } };
  });

const acrossSection = ({ gained, lost }: Comparison['sharedAcrossPods']): Section => ({
  heading: '**Shared across Pods**',
  noun: 'cross-Pod sharing',
  entries: (
    [
      ['gained', gained],
      ['lost', lost],
    ] as const
  ).flatMap(([change, all]) =>
    all.map((shared) => {
      const { text, data } = sharingEntry(shared);
      return { text: `- **${change}** ${text}`, data: { ...data, change } };
    }),
  ),
});
