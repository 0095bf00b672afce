import type { Change, PodChange } from '../../model/compare.ts';
import type { PodReport, Range } from '../../model/report.ts';
import {
  type ChangeKind,
  type ChangeStatus,
  type ComparedSide,
  changeKinds,
} from '../../model/vocabulary.ts';
import type { Pod } from '../pod.ts';
import type { ChangeDraft } from './change-draft.ts';
import { compareChannels } from './channels.ts';
import { compareDivisions } from './divisions.ts';
import { compareFindings } from './findings.ts';
import { compareHostnames } from './hostnames.ts';
import { compareLifetimes } from './lifetimes.ts';
import { podLabel, podOf } from './match-pods.ts';
import type { Match } from './match-up.ts';
import { compareNodeFiles } from './node-files.ts';
import { viewPod } from './pod-view.ts';
import { comparePorts } from './ports.ts';
import { compareRuntimes } from './runtimes.ts';
import { withImplicitToken } from './token-volume.ts';
import { compareVolumes } from './volumes.ts';

/** One of two manifests: its Pods as read, by their ids, and where a pointer of a document stands in the text. */
export type PodSide = {
  readonly podOf: (id: string) => Pod | undefined;
  readonly locate: (document: number, pointer: string) => Range;
};

/**
 * Compares one Pod on both sides. Of one that is new everything it shares is gained, of one that is gone lost. Changes
 * stand in the order of `changeKinds`.
 */
export function comparePod(
  match: Match<PodReport>,
  sides: Readonly<Record<ComparedSide, PodSide>>,
): PodChange {
  const [before, after] = [withImplicitToken(match.before), withImplicitToken(match.after)];
  const views = {
    before: viewPod('before', before, sides.before.podOf),
    after: viewPod('after', after, sides.after.podOf),
  };
  const drafts = comparers.flatMap((compare) => compare(views)).sort(byKind);
  const finish = ({ outcome: _, place, ...change }: ChangeDraft): Change => {
    const document = match[place.side]?.source.document ?? 0;
    const value = views[place.side].valueAt(place.pointer);
    const told = typeof value === 'boolean' || typeof value === 'number' ? { value: `${value}` } : {};
    return {
      ...change,
      ...place,
      ...told,
      document,
      range: sides[place.side].locate(document, place.pointer),
    };
  };
  const list = (outcome: ChangeDraft['outcome']) =>
    drafts.filter((draft) => draft.outcome === outcome).map(finish);
  const change = {
    containers: {
      added: missingFrom(views.after.containers, views.before.containers),
      removed: missingFrom(views.before.containers, views.after.containers),
    },
    gained: list('gained'),
    lost: list('lost'),
    changed: list('changed'),
    findings: compareFindings(before, after),
  };
  return {
    pod: podLabel(podOf(match)),
    status: statusOf(match, change),
    before: before?.id ?? null,
    after: after?.id ?? null,
    ...change,
  };
}

const comparers = [
  compareDivisions,
  compareVolumes,
  compareNodeFiles,
  compareChannels,
  comparePorts,
  compareHostnames,
  compareLifetimes,
  compareRuntimes,
];

const ranks = new Map<ChangeKind, number>(changeKinds.map((kind, i) => [kind, i]));
const byKind = (x: ChangeDraft, y: ChangeDraft): number =>
  (ranks.get(x.kind) ?? 0) - (ranks.get(y.kind) ?? 0);

const missingFrom = (here: ReadonlyMap<string, unknown>, there: ReadonlyMap<string, unknown>): string[] =>
  [...here.keys()].filter((name) => !there.has(name));

type Changes = Pick<PodChange, 'containers' | 'gained' | 'lost' | 'changed' | 'findings'>;

function statusOf(
  { before, after }: Match<PodReport>,
  { containers, gained, lost, changed, findings }: Changes,
): ChangeStatus {
  if (before === null) return 'added';
  if (after === null) return 'removed';
  const lists = [containers.added, containers.removed, gained, lost, changed, findings.new, findings.gone];
  return lists.every(({ length }) => length === 0) ? 'same' : 'changed';
}
