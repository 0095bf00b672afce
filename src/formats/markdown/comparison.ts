import type { Comparison, PodChange } from '../../model/compare.ts';
import { listWords } from '../../model/list-words.ts';
import type { CrossPodSharing, Finding } from '../../model/report.ts';
import { findingLine } from '../document/findings.ts';
import { printLine } from './blocks.ts';
import { changeLines, ordinaryNouns } from './change-lines.ts';
import { changedLines } from './changed-lines.ts';
import { codeList, codeSpan, escapeText } from './text.ts';

/** How many Pods a text tells of, and how many lines of each list: the JSON has them all. */
const MOST_PODS = 20;
const MOST_LINES = 20;

/**
 * Prints a comparison as GitHub-flavoured Markdown for a comment on a pull request: what changed in a sentence, then a
 * short section for each Pod that changed, what was gained first. One line when nothing changed. Names and texts of the
 * manifests are escaped: none of them becomes markup.
 */
export function renderComparison({ summary, pods, sharedAcrossPods, problems }: Comparison): string {
  const touched = pods.filter(({ status }) => status !== 'same');
  const sections = [
    ...touched.slice(0, MOST_PODS).map(podSection),
    touched.length > MOST_PODS ? `${touched.length - MOST_PODS} more Pods are in the JSON report.` : '',
    listSection('### Shared across Pods', [
      ...sharedAcrossPods.gained.map((shared) => acrossLine('Now', shared)),
      ...sharedAcrossPods.lost.map((shared) => acrossLine('No longer', shared)),
    ]),
    listSection(
      '### Not read',
      problems.map(
        ({ detail, range }) => `- 🛑 ${range ? `Line ${range.start.line}: ` : ''}${escapeText(detail)}`,
      ),
    ),
  ].filter((section) => section !== '');
  if (sections.length === 0) return `✅ No change in sharing. ${escapeText(summary)}\n`;
  return `${['## Changes in what containers share', escapeText(summary), ...sections].join('\n\n')}\n`;
}

const titles = { added: 'New', removed: 'Gone', changed: 'Changed', same: 'Unchanged' } as const;

function podSection(change: PodChange): string {
  const { pod, status, containers, gained, lost, changed, findings } = change;
  return [
    `### ${titles[status]}: ${codeSpan(pod)}`,
    containerLines(change, containers).join('\n'),
    listSection('**Gained**', changeLines(gained, 'gained')),
    listSection('**Lost**', changeLines(lost, 'lost')),
    listSection('**Changed**', changedLines(changed)),
    listSection(
      '**New findings**',
      findings.new.map((finding) => `- ${printLine(findingLine(finding))}`),
    ),
    listSection('**Findings that are gone**', findings.gone.map(goneLine)),
  ]
    .filter((section) => section !== '')
    .join('\n\n');
}

/** Who came and who went. What they share like all containers of a Pod is told here, and only once. */
function containerLines(change: PodChange, { added, removed }: PodChange['containers']): string[] {
  const nouns = ordinaryNouns(change);
  const sharing = nouns.length === 0 ? '' : `, sharing ${listWords(nouns)}`;
  const all = change.status === 'added' || change.status === 'removed';
  return [
    ...(added.length > 0 ? [`- ${all ? 'With' : 'Came:'} ${codeList(added)}${sharing}.`] : []),
    ...(removed.length > 0 ? [`- ${all ? 'With' : 'Went:'} ${codeList(removed)}, and all they shared.`] : []),
  ];
}

function listSection(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  const more = lines.length - MOST_LINES;
  const items = [
    ...lines.slice(0, MOST_LINES),
    ...(more > 0 ? [`- ${more} more are in the JSON report.`] : []),
  ];
  return [title, items.join('\n')].join('\n\n');
}

const goneLine = ({ check, message, range }: Finding): string =>
  `- ✅ ${codeSpan(check)} (line ${range.start.line} before): ${escapeText(message)}`;

const acrossLine = (when: string, { because, certainty }: CrossPodSharing): string =>
  `- ${when}: ${escapeText(because.text)}${certainty === 'conditional' ? ' _If they run on the same node._' : ''}`;
