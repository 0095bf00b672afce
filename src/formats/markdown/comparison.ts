import type { Comparison, PodChange } from '../../model/compare.ts';
import { listWords } from '../../model/list-words.ts';
import { acrossLine } from '../document/across.ts';
import type { Line } from '../document/block.ts';
import { clip, visible } from '../visible.ts';
import { printLine } from './blocks.ts';
import { changeLines, ordinaryNouns } from './change-lines.ts';
import { changedLines } from './changed-lines.ts';
import { findingChanges } from './finding-changes.ts';
import { printSections, type Section } from './section.ts';
import { codeList, codeSpan, escapeText } from './text.ts';

/** How many Pods a text tells of: the JSON has them all. */
const MOST_PODS = 20;

/** GitHub refuses a comment of more than 65,536 characters. */
const MOST_CHARACTERS = 60_000;

/** A summary is a paragraph; only names that no API server would take make it longer. */
const LONGEST_SUMMARY = 4_000;

/**
 * Prints a comparison as GitHub-flavoured Markdown for a comment on a pull request: what changed in a sentence, then a
 * short section for each Pod that changed, what matters most first. One line when nothing changed. It fits in a comment: what
 * does not is counted. Names and texts of the manifests are escaped: none of them becomes markup.
 */
export function renderComparison({ summary, pods, sharedAcrossPods, problems }: Comparison): string {
  const touched = pods.filter(({ status }) => status !== 'same');
  const short = escapeText(clip(visible(summary), LONGEST_SUMMARY));
  const [titlesBefore, titlesAfter] = [titlePods(pods, 'before'), titlePods(pods, 'after')];
  const across = [
    ...sharedAcrossPods.gained.map((shared) => `- Now: ${printLine(acrossLine(shared, titlesAfter))}`),
    ...sharedAcrossPods.lost.map((shared) => `- No longer: ${printLine(acrossLine(shared, titlesBefore))}`),
  ];
  const unread = problems.map(
    ({ detail, range }) => `- 🛑 ${range ? `Line ${range.start.line}: ` : ''}${escapeText(detail)}`,
  );
  if (touched.length + across.length + unread.length === 0) return `✅ No change in sharing. ${short}\n`;
  const head = ['## Changes in what containers share', short];
  const tail = printSections(
    [...listSection('### Shared across Pods', across), ...listSection('### Not read', unread)],
    MOST_CHARACTERS / 4,
  );
  const room = [...head, ...tail].reduce((left, text) => left - text.length, MOST_CHARACTERS);
  const told = printSections(touched.slice(0, MOST_PODS).map(podSection), room);
  const more = touched.length - told.length;
  const counted = more > 0 ? [`${more} more ${more === 1 ? 'Pod is' : 'Pods are'} in the JSON report.`] : [];
  return `${[...head, ...told, ...counted, ...tail].join('\n\n')}\n`;
}

const listSection = (heading: string, lines: readonly string[]): Section[] =>
  lines.length === 0 ? [] : [{ heading, lists: [{ title: '', lines }] }];

const titles = { added: 'New', removed: 'Gone', changed: 'Changed', same: 'Unchanged' } as const;

function podSection(change: PodChange): Section {
  const findings = findingChanges(change.findings);
  return {
    heading: `### ${titles[change.status]}: ${codeSpan(change.pod)}`,
    lists: [
      { title: '', lines: containerLines(change) },
      { title: '**Gained**', lines: changeLines(change, 'gained') },
      { title: '**Lost**', lines: changeLines(change, 'lost') },
      { title: '**New findings**', lines: findings.come },
      { title: '**Changed**', lines: changedLines(change.changed) },
      { title: '**Findings that changed**', lines: findings.changed },
      { title: '**Findings that are gone**', lines: findings.gone },
    ],
  };
}

/** Who came and who went. What they share like all containers of a Pod is told here, and only once. */
function containerLines(change: PodChange): string[] {
  const { added, removed } = change.containers;
  const nouns = ordinaryNouns(change);
  const sharing = nouns.length === 0 ? '' : `, sharing ${listWords(nouns)}`;
  const all = change.status === 'added' || change.status === 'removed';
  return [
    ...(added.length > 0 ? [`- ${all ? 'With' : 'Came:'} ${codeList(added)}${sharing}.`] : []),
    ...(removed.length > 0 ? [`- ${all ? 'With' : 'Went:'} ${codeList(removed)}, and all they shared.`] : []),
  ];
}

/** What the Pods of one side are called, by their ids. */
const titlePods = (pods: readonly PodChange[], side: 'before' | 'after'): ReadonlyMap<string, Line> =>
  new Map(pods.map((change) => [change[side] ?? '', [{ code: change.pod }]]));
