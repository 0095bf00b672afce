import type { Comparison, PodChange } from '../../model/compare.ts';
import type { ChangeStatus } from '../../model/vocabulary.ts';
import { countFindings } from '../count-findings.ts';
import { listNames } from '../list-names.ts';
import { summarizePodChange } from './pod-summary.ts';

/** Pods of which a summary says what changed; the others are counted. */
const MOST = 3;

/**
 * Says in one paragraph how two manifests differ, as a reviewer would: which Pods are new or gone, what containers can do
 * now and could not, what not any more, and what to look at.
 */
export function summarizeComparison({ pods, sharedAcrossPods, problems }: Compared): string {
  const having = (status: ChangeStatus) => pods.filter((pod) => pod.status === status);
  const changed = having('changed');
  const ofPods = [
    tellPods(having('added'), 'new'),
    tellPods(having('removed'), 'gone'),
    ...changed.slice(0, MOST).map(summarizePodChange),
    changed.length > MOST
      ? `${changed.length - MOST} more ${changed.length - MOST === 1 ? 'Pod' : 'Pods'} changed.`
      : '',
  ].filter((sentence) => sentence !== '');
  const sentences = [
    ...ofPods,
    Object.values(sharedAcrossPods).every(({ length }) => length === 0)
      ? ''
      : `What Pods share with each other changed${ofPods.length > 0 ? ', too' : ''}.`,
    tellFindings(pods),
    problems.length > 0
      ? 'Not everything could be read: a Pod that is missing for that counts as not there.'
      : '',
  ].filter((sentence) => sentence !== '');
  return sentences.length > 0 ? sentences.join(' ') : tellSame(pods.length);
}

type Compared = Pick<Comparison, 'pods' | 'sharedAcrossPods' | 'problems'>;

function tellSame(pods: number): string {
  if (pods === 0) return 'There is no Pod in either manifest.';
  const who = pods === 1 ? 'the Pod shares the same and has' : `the ${pods} Pods share the same and have`;
  return `Nothing changed in what containers share: ${who} the same findings.`;
}

function tellPods(pods: readonly PodChange[], what: string): string {
  if (pods.length === 0) return '';
  return `${listNames(pods.map(({ pod }) => pod))} ${pods.length === 1 ? 'is' : 'are'} ${what}.`;
}

/** Counts what is to be looked at; remarks and waived findings stand in the lists. */
function tellFindings(pods: readonly PodChange[]): string {
  const [come, gone] = [
    pods.flatMap(({ findings }) => findings.new),
    pods.flatMap(({ findings }) => findings.gone),
  ];
  const parts = [
    ['new', countFindings(come)],
    ['gone', countFindings(gone)],
  ] as const;
  return parts
    .flatMap(([what, counts]) => (counts.length === 0 ? [] : [`Findings ${what}: ${listNames(counts)}.`]))
    .join(' ');
}
