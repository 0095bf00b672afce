import { builtInPodSpec } from '../model/built-in-kinds.ts';
import { limits } from '../model/limits.ts';
import type { Observation, PodManifest } from '../model/manifest.ts';
import {
  labelSelectorShape,
  labelsShape,
  type PodMetadata,
  podMetadataShape,
  podSpecShape,
  workloadShape,
} from '../model/pod.ts';
import { parentOf } from '../model/pointer.ts';
import type { Infer } from '../model/shape.ts';
import type { Context, Report } from './context.ts';
import { decode, type Notes } from './decode.ts';
import { listPodPaths } from './kinds.ts';
import { findNode } from './locate.ts';
import { noteMisplaced } from './misplaced.ts';
import type { MapNode } from './node.ts';
import { observationsKept, observe, type Seen } from './observe.ts';
import type { PodSite } from './pod-specs.ts';

/** An object with the PodSpecs in it. */
export type PodHolder = {
  readonly node: MapNode;
  readonly pointer: string;
  readonly apiVersion: string;
  readonly kind: string;
  readonly sites: readonly PodSite[];
};

/** Takes the Pods of an object apart, with what was seen on the way, in text order. */
export function readPods(holder: PodHolder, context: Context, report: Report): PodManifest[] {
  const sites = holder.sites.filter((site) => hasRoom(site, report));
  context.budget.pods -= sites.length;
  if (sites.length === 0 || context.budget.pods < 0) return [];
  const noted: Seen[] = [];
  const notes = openNotes(noted, context, report);
  const metadata = readAt(holder, `${holder.pointer}/metadata`, podMetadataShape, notes);
  const { isBuiltIn, paths } = listPodPaths(holder.apiVersion, holder.kind);
  if (isBuiltIn) for (const path of paths) noteMisplaced(holder, path, notes);
  const pods = sites.map(
    (site): PodManifest => ({
      document: context.document,
      apiVersion: holder.apiVersion,
      kind: holder.kind,
      objectPointer: holder.pointer,
      name: metadata.name ?? null,
      namespace: metadata.namespace ?? null,
      isStored: Boolean(metadata.uid || metadata.resourceVersion),
      ...readPod(holder, site, metadata, notes),
      observations: [],
    }),
  );
  const seen = [...context.remarks, ...noted, ...observe(holder.node, holder.pointer)];
  const observations = groupByPod(
    seen.sort((a, b) => a.at - b.at),
    pods,
  );
  return pods.map((pod, index) => ({ ...pod, observations: observations[index] ?? [] }));
}

/** Gives each Pod what was seen in its template; the first also has what was seen outside of all. */
function groupByPod(seen: readonly Seen[], pods: readonly PodManifest[]): Observation[][] {
  const groups = pods.map((): Observation[] => []);
  const owners = new Map(pods.map((pod, index) => [parentOf(pod.pointer), index]));
  for (const { observation } of seen) {
    let place = parentOf(observation.pointer);
    while (place !== '' && !owners.has(place)) place = parentOf(place);
    groups[owners.get(place) ?? 0]?.push(observation);
  }
  return groups;
}

/** Collects what does not fit, and reports what the API server refuses. */
function openNotes(noted: Seen[], context: Context, report: Report): Notes {
  const isFull = () => noted.length >= observationsKept;
  return {
    isFull,
    add: (observation) => {
      if (isFull()) return;
      const { kind, pointer } = observation;
      noted.push({ at: context.offset(pointer), observation });
      if (kind !== 'wrong-type') return;
      const detail = `The API server wants ${observation.expected} here and refuses ${observation.found}.`;
      report({ code: 'WRONG_TYPE', detail, pointer });
    },
  };
}

/** Says whether a Pod keeps to the limit on containers, and reports it otherwise. */
function hasRoom({ pointer, spec }: PodSite, report: Report): boolean {
  const lists = ['containers', 'initContainers', 'ephemeralContainers'].map(
    (name) => spec.entries.get(name)?.value,
  );
  const count = lists.reduce((sum, list) => sum + (list?.type === 'list' ? list.items.length : 0), 0);
  if (count <= limits.containersPerPod) return true;
  const detail = `A Pod may have ${limits.containersPerPod} containers here; this one has ${count}.`;
  report({ code: 'TOO_MANY_CONTAINERS', detail, pointer, limit: 'containersPerPod' });
  return false;
}

type OwnPart = Pick<PodManifest, 'pointer' | 'metadata' | 'metadataPointer' | 'workload' | 'spec'>;

function readPod(
  holder: PodHolder,
  { pointer, spec, isInlined }: PodSite,
  metadata: PodMetadata,
  notes: Notes,
): OwnPart {
  const parent = parentOf(pointer);
  const metadataPointer = `${parent}/metadata`;
  const workloadPointer = pointer.endsWith(template) ? pointer.slice(0, -template.length) : null;
  if (workloadPointer !== null) noteLabels(holder, workloadPointer, notes);
  return {
    pointer,
    metadata: parent === holder.pointer ? metadata : readAt(holder, metadataPointer, podMetadataShape, notes),
    metadataPointer,
    workload: workloadPointer === null ? {} : readAt(holder, workloadPointer, workloadShape, notes),
    spec: decode(spec, podSpecShape, { pointer, notes, strictness: isInlined ? 'slips' : 'all' }) ?? {},
  };
}

const template = '/template/spec';

/**
 * No report needs the labels that a workload of Kubernetes selects, or that a CronJob gives its Jobs; what is refused there is
 * noted. What a custom resource calls its selector is its operator's affair.
 */
function noteLabels(holder: PodHolder, workloadPointer: string, notes: Notes): void {
  if (builtInPodSpec(holder) === undefined || workloadPointer === holder.pointer) return;
  const selector = holder.kind === 'ReplicationController' ? labelsShape : labelSelectorShape;
  readAt(holder, `${workloadPointer}/selector`, selector, notes);
  const parent = parentOf(workloadPointer);
  if (parent !== holder.pointer) readAt(holder, `${parent}/metadata`, podMetadataShape, notes);
}

/** Reads what stands at a pointer inside an object, with no note of fields that are not in the table. */
function readAt<
  S extends typeof podMetadataShape | typeof workloadShape | typeof labelSelectorShape | typeof labelsShape,
>(holder: PodHolder, pointer: string, shape: S, notes: Notes): Infer<S> | Record<string, never> {
  const node = findNode(holder.node, pointer.slice(holder.pointer.length));
  return (node && decode(node, shape, { pointer, notes, strictness: 'none' })) ?? {};
}
