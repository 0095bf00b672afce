import { limits } from '../model/limits.ts';
import type { ManifestDocument } from '../model/manifest.ts';
import type { Problem } from '../model/problem.ts';
import type { Range } from '../model/report.ts';
import type { Budget } from './budget.ts';
import type { Context } from './context.ts';
import type { Failure } from './failure.ts';
import { type Lines, toRange } from './lines.ts';
import { locateSpan } from './locate.ts';
import { findItems, readList } from './read-list.ts';
import { readObject } from './read-object.ts';
import type { Source } from './read-text.ts';
import { listRemarks } from './remarks.ts';

/** Which document of which text. */
export type Place = { readonly index: number; readonly lines: Lines; readonly budget: Budget };

/**
 * Reads the object of one document, or each item of its List.
 *
 * @param next The document after it: what a `---` inside a block scalar cut off stands there.
 */
export function readDocument(source: Source, next: Source | undefined, place: Place): ManifestDocument {
  const { index, lines, budget } = place;
  const { root } = source;
  const range = toRange(lines, source.span);
  if (root === null) return refuseDocument(source.failure, range, place);
  const context: Context = {
    document: index,
    budget,
    offset: (pointer) => locateSpan(root, pointer).start,
    locate: (pointer) => toRange(lines, locateSpan(root, pointer)),
    remarks: listRemarks(root, source.refusals, next),
    problemsLeft: limits.problemsPerDocument,
  };
  const items = findItems(root);
  const read = items === null ? readObject(root, '', context) : readList(root, items, '', context);
  const refusals = read.pods.length === 0 ? listRefusals(context) : [];
  return { ...read, problems: [...read.problems, ...refusals], index, range, locate: context.locate };
}

/** What a document without Pods has no observations for. */
function listRefusals({ remarks, document, locate }: Context): Problem[] {
  return remarks.flatMap(({ observation }) => {
    if (observation.kind !== 'kubectl-refuses') return [];
    const { detail, pointer } = observation;
    return [{ code: 'YAML_UNSUPPORTED', detail, document, pointer, range: locate(pointer) }];
  });
}

function refuseDocument(failure: Failure, range: Range, { index, lines }: Place): ManifestDocument {
  const { code, detail, at, limit } = failure;
  const place = { document: index, range: toRange(lines, { start: at, end: at + 1 }) };
  const problems = [{ code, detail, ...place, ...(limit !== undefined && { limit }) }];
  const header = { apiVersion: null, kind: null, name: null };
  return { index, status: 'invalid', ...header, range, problems, pods: [], locate: () => range };
}
