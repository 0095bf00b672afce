import { type Kind, meantKind, sayMeantKind } from '../model/built-in-kinds.ts';
import type { ManifestItem, PodManifest } from '../model/manifest.ts';
import type { Problem } from '../model/problem.ts';
import type { Context, Report } from './context.ts';
import { type Header, readHeader } from './header.ts';
import type { MapNode, Node } from './node.ts';
import { findPodSpecs } from './pod-specs.ts';
import { readPods } from './read-pods.ts';

export type ReadObject = Omit<ManifestItem, 'index' | 'range'> & { readonly pods: readonly PodManifest[] };

/** Reads one object: its kind, its name and its Pods. */
export function readObject(
  node: Node,
  pointer: string,
  context: Context,
  header: Header = readHeader(node),
): ReadObject {
  const problems: Problem[] = [];
  const report: Report = (problem) => {
    context.problemsLeft -= 1;
    if (context.problemsLeft < 0) return;
    problems.push({ ...problem, document: context.document, range: context.locate(problem.pointer) });
  };
  const pods = findPods(node, pointer, header, context, report);
  const status = pods.length > 0 ? 'analyzed' : problems.length > 0 ? 'invalid' : 'skipped';
  return { status, ...header, problems, pods };
}

function findPods(
  node: Node,
  pointer: string,
  header: Header,
  context: Context,
  report: Report,
): PodManifest[] {
  if (node.type !== 'map') {
    report({
      code: 'NOT_AN_OBJECT',
      detail: `A Kubernetes object is a map; this is of type ${node.type}.`,
      pointer,
    });
    return [];
  }
  const { apiVersion, kind } = header;
  if (apiVersion === null || kind === null) {
    reportHeader(node, pointer, header, report);
    return [];
  }
  const { sites, missing } = findPodSpecs(node, pointer, apiVersion, kind);
  if (missing !== null) {
    const detail = `A ${kind} has a PodSpec, a map, at \`${missing}\`; here it is missing.`;
    report({ code: 'MISSING_POD_SPEC', detail, pointer: pointer + missing });
  } else if (sites.length === 0) reportUnserved({ apiVersion, kind }, pointer, report);
  return readPods({ node, pointer, apiVersion, kind, sites }, context, report);
}

/** Says of an object without a Pod when it means a kind that has one. */
function reportUnserved(named: Kind, pointer: string, report: Report): void {
  const meant = meantKind(named);
  if (meant === undefined) return;
  const field = meant.kind === named.kind ? 'apiVersion' : 'kind';
  report({ code: 'MISSING_KIND', detail: sayMeantKind(meant), pointer: `${pointer}/${field}` });
}

function reportHeader(object: MapNode, pointer: string, header: Header, report: Report): void {
  for (const field of ['apiVersion', 'kind'] as const) {
    const found = object.entries.get(field)?.value;
    if (header[field] !== null) continue;
    if (found !== undefined && found.type !== 'null' && found.type !== 'string') {
      const detail = `\`${field}\` must be a string; this is of type ${found.type}.`;
      report({ code: 'WRONG_TYPE', detail, pointer: `${pointer}/${field}` });
    } else {
      const detail = `\`${field}\` is missing. ${guessKind(object)}`.trim();
      report({ code: 'MISSING_KIND', detail, pointer });
    }
  }
}

/** Says what an object without a kind looks like. */
function guessKind(object: MapNode): string {
  const spec = object.entries.get('spec')?.value;
  if (object.entries.has('containers')) {
    return 'This looks like a bare PodSpec: put it under `spec` of an object with `apiVersion: v1` and `kind: Pod`.';
  }
  if (spec?.type === 'map' && spec.entries.has('containers')) {
    return 'This looks like a Pod: add `apiVersion: v1` and `kind: Pod`.';
  }
  if (spec?.type === 'map' && spec.entries.has('template')) {
    return 'This looks like a workload such as a Deployment: add its `apiVersion` and `kind`.';
  }
  return '';
}
