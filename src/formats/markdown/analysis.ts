import type { Analysis, CrossPodSharing, DocumentReport, PodReport } from '../../model/report.ts';
import { findingSection } from './findings.ts';
import { namespaceTable } from './namespaces.ts';
import { pairSection } from './pairs.ts';
import { codeSpan, escapeText } from './text.ts';
import { volumeSection } from './volumes.ts';

/**
 * Prints a report as GitHub-flavoured Markdown for a chat or a documentation page. Names and texts of the manifest are
 * escaped: none of them becomes markup.
 */
export function renderMarkdown(analysis: Analysis): string {
  const { engine, documents, pods, sharedAcrossPods } = analysis;
  const sections = [
    ...pods.map(podSection),
    acrossSection(sharedAcrossPods),
    unreadSection(documents),
    `_${engine.name} ${engine.version}, as on Kubernetes ${engine.kubernetesVersion} with ${engine.runtime} and cgroup ${engine.cgroup}._`,
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function podSection(pod: PodReport): string {
  const { source } = pod;
  const title = `## ${escapeText(source.kind)} ${source.name === null ? 'without a name' : codeSpan(source.name)}`;
  return [
    title,
    escapeText(pod.summary),
    namespaceTable(pod),
    volumeSection(pod),
    pairSection(pod),
    findingSection(pod),
  ]
    .filter((section) => section !== '')
    .join('\n\n');
}

function acrossSection(shared: readonly CrossPodSharing[]): string {
  if (shared.length === 0) return '';
  const items = shared.map(
    ({ because, certainty }) =>
      `- ${escapeText(because.text)}${certainty === 'conditional' ? ' _If they run on the same node._' : ''}`,
  );
  return ['## Shared across Pods', items.join('\n')].join('\n\n');
}

/** Documents without a Pod, and what is wrong with those that could not be read. */
function unreadSection(documents: readonly DocumentReport[]): string {
  const parts = documents.flatMap((document) => [document, ...(document.items ?? [])]);
  const skipped = parts.filter(({ status }) => status === 'skipped').length;
  const problems = parts.flatMap((part) => part.problems);
  const items = [
    ...(skipped > 0
      ? [
          `- ${skipped} ${skipped === 1 ? 'object has' : 'objects have'} no Pod and ${skipped === 1 ? 'was' : 'were'} skipped.`,
        ]
      : []),
    ...problems.map(
      ({ detail, range }) => `- 🛑 ${range ? `Line ${range.start.line}: ` : ''}${escapeText(detail)}`,
    ),
  ];
  return items.length === 0 ? '' : ['## The manifest', items.join('\n')].join('\n\n');
}
