import { renderMarkdown } from '../../../formats/markdown/analysis.ts';
import { codeSpan, escapeText } from '../../../formats/markdown/text.ts';
import { listParts, withoutPairs } from '../../../model/analysis.ts';
import type { BriefPod } from '../../../model/brief.ts';
import type { Analysis, NamespaceSharing, PodReport } from '../../../model/report.ts';
import type { NamespaceShare } from '../../../model/vocabulary.ts';
import { analyze } from '../../analyze.ts';
import { clip, LONGEST_NAME, LONGEST_SUMMARY } from './clip.ts';
import { byWeight, findingEntry } from './finding.ts';
import { problemSection } from './rejection.ts';
import { sharingEntry } from './sharing.ts';
import { type Entry, type Told, tellBriefly } from './told.ts';
import { defineTool, readTexts } from './tool.ts';

/** `analyze_sharing`: what the containers of each Pod of a manifest share. */
export const analyzeSharing = defineTool({
  members: ['manifest'],
  read: (given) => readTexts(given, 'manifest'),
  answer: ({ manifest }, options) => analyze(manifest, options),
  brief,
  full,
});

/** Like REST, leaves `pairs` out before it gives up. */
function* full(analysis: Analysis): Generator<Told> {
  yield tellWhole(analysis);
  yield tellWhole(withoutPairs(analysis));
}

const tellWhole = (analysis: Analysis): Told => ({
  text: renderMarkdown(analysis),
  data: { detail: 'full', analysis },
});

function brief({ engine, documents, pods, sharedAcrossPods }: Analysis): Told {
  const problems = listParts(documents).flatMap((part) => part.problems);
  const findings = byWeight(pods.flatMap((pod) => pod.findings));
  return tellBriefly(
    {
      text:
        pods.length === 0
          ? 'There is no Pod in the manifest.'
          : `As on Kubernetes ${engine.kubernetesVersion} with ${engine.runtime} and cgroup ${engine.cgroup}:`,
      data: { detail: 'summary', engine },
    },
    {
      pods: { noun: 'Pod', entries: pods.map(podEntry) },
      findings: {
        heading: '**Findings**',
        noun: 'finding',
        entries: findings.map(findingEntry),
      },
      sharedAcrossPods: {
        heading: '**Shared across Pods**',
        noun: 'cross-Pod sharing',
        entries: sharedAcrossPods.map((shared) => {
          const { text, data } = sharingEntry(shared);
          return { text: `- ${text}`, data };
        }),
      },
      problems: problemSection(problems),
    },
  );
}

function podEntry({ id, source, summary, containers, namespaces }: PodReport): Entry {
  const data: BriefPod = {
    id,
    kind: clip(source.kind, LONGEST_NAME),
    name: source.name === null ? null : clip(source.name, LONGEST_NAME),
    containers: containers.length,
    summary: clip(summary, LONGEST_SUMMARY),
    namespaces: shareWords(namespaces, containers.length),
  };
  return { text: `**${codeSpan(id)}** ${escapeText(data.summary)}`, data };
}

const shareWords = (namespaces: readonly NamespaceSharing[], containers: number): BriefPod['namespaces'] =>
  // A report has one entry for each kind; TypeScript cannot see that they cover the union.
  Object.fromEntries(
    namespaces.map((sharing) => [sharing.kind, shareWord(sharing, containers)]),
  ) as BriefPod['namespaces'];

/** One container has nobody to share with, unless it is the node. */
function shareWord({ applies, instances }: NamespaceSharing, containers: number): NamespaceShare {
  if (!applies) return 'not-applicable';
  const [first] = instances;
  if (instances.length === 1 && first?.scope === 'node') return 'node';
  if (instances.length === containers) return 'none';
  return instances.length === 1 ? 'all' : 'some';
}
