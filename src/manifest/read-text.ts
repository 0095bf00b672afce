import type { Budget } from './budget.ts';
import { type Failure, type Refusal, refusalsKept } from './failure.ts';
import { skipJsonSpace } from './json/json-text.ts';
import { parseJson } from './json/parse-json.ts';
import type { Node, Span } from './node.ts';
import { type Chunk, splitDocuments } from './split.ts';
import { type Parsed, parseYaml } from './yaml/parse-yaml.ts';

/** One document of a manifest: what it says, or why it cannot be read. */
export type Source = {
  /** From the first to the last character of content. */
  readonly span: Span;
  /** All that was read for it: what stands around the content, too. */
  readonly whole: Span;
  readonly syntax: 'yaml' | 'json';
  readonly refusals: readonly Refusal[];
} & ({ readonly root: Node; readonly failure: null } | { readonly root: null; readonly failure: Failure });

/**
 * Reads a manifest into its documents; those that are empty or null are left out. A text that starts with `{` is read as
 * JSON values in a row, as kubectl does, and from the first that is not JSON on as YAML.
 *
 * Stops once `budget` has no documents left.
 *
 * @see k8s.io/apimachinery pkg/util/yaml/decoder.go, (*YAMLOrJSONDecoder).Decode
 */
export function readText(text: string, budget: Budget): Source[] {
  const start = text.startsWith('\ufeff') ? 1 : 0;
  return /^\s*\{/.test(text) ? readJson(text, start, budget) : readYaml(text, start, budget);
}

function readYaml(text: string, from: number, budget: Budget): Source[] {
  const sources: Source[] = [];
  let carried: readonly Refusal[] = [];
  for (const chunk of splitDocuments(text, from)) {
    if (budget.documents < 0) break;
    const { root, failure, refusals, span } = readChunk(text, chunk, budget);
    const told = [...carried, ...refusals].slice(0, refusalsKept);
    const isEmpty = failure === null && (root === null || root.type === 'null');
    // A directive is cut from its document by the `---` after it.
    carried = isEmpty ? told : [];
    if (isEmpty) continue;
    budget.documents -= 1;
    const read = { refusals: told, whole: chunk, syntax: 'yaml' } as const;
    if (failure !== null) sources.push({ ...read, root: null, failure, span });
    else if (root !== null)
      sources.push({ ...read, root, failure, span: { start: root.start, end: root.end } });
  }
  return addRefusals(sources, sources.length - 1, carried);
}

function readChunk(text: string, chunk: Chunk, budget: Budget): Parsed & { readonly span: Span } {
  const { start, end, failure } = chunk;
  const cut = start === 0 && end === text.length ? text : text.slice(start, end);
  const span = spanContent(text, chunk);
  if (failure !== null) return { root: null, failure, refusals: [], span };
  const isComplete = cut.endsWith('\n') || cut.endsWith('\r');
  const parsed = parseYaml(isComplete ? cut : `${cut}\n`, start, budget);
  const control = controlCharacter.exec(cut);
  const refusals = control === null ? [] : [{ at: start + control.index, detail: controlDetail }];
  return {
    ...parsed,
    failure: parsed.failure && { ...explain(parsed.failure, cut), at: Math.min(parsed.failure.at, end) },
    refusals: [...parsed.refusals, ...refusals],
    span,
  };
}

/** Finds the first and the last character that is no blank, from a separator that is wrong on. */
function spanContent(text: string, { content, end, failure }: Chunk): Span {
  const body = text.slice(content, end);
  const start = failure?.at ?? content + body.length - body.trimStart().length;
  return { start, end: Math.max(start, content + body.trimEnd().length) };
}

/** Adds to a failure what it most often comes from. */
function explain(failure: Failure, text: string): Failure {
  if (failure.limit !== undefined || !text.includes('{{')) return failure;
  return {
    ...failure,
    detail: `${failure.detail} The text looks like a template (\`{{\`): render it first.`,
  };
}

/** @see go.yaml.in/yaml/v2 readerc.go, yaml_parser_update_buffer */
const controlCharacter = /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
const controlDetail = 'A control character stands here; kubectl refuses it.';

function readJson(text: string, from: number, budget: Budget): Source[] {
  const sources: Source[] = [];
  let pos = skipJsonSpace(text, from);
  while (pos < text.length && budget.documents >= 0) {
    const parsed = parseJson(text, pos);
    if (parsed.failure !== null)
      return refuseJson(sources, readYaml(text, pos, budget), parsed.failure, text);
    const { root } = parsed;
    pos = skipJsonSpace(text, parsed.end);
    if (root.type === 'null') continue;
    budget.documents -= 1;
    sources.push({ root, failure: null, refusals: [], span: root, whole: root, syntax: 'json' });
  }
  return sources;
}

/**
 * Joins what could be read as JSON with what follows, read as YAML. When that is no YAML either, the failure of the JSON
 * is the one to tell.
 */
function refuseJson(
  before: readonly Source[],
  rest: readonly Source[],
  failure: Failure,
  text: string,
): Source[] {
  const [first, ...others] = rest;
  if (first?.failure) return [...before, { ...first, failure: explain(failure, text) }, ...others];
  const refused = first === undefined ? before.length - 1 : before.length;
  const detail = 'A text that starts with `{` is JSON to kubectl, and what stands here is not.';
  return addRefusals([...before, ...rest], refused, [{ at: failure.at, detail }]);
}

/** Adds refusals to those of one document, if it is there. */
function addRefusals(sources: readonly Source[], at: number, refusals: readonly Refusal[]): Source[] {
  return sources.map((source, index) =>
    index === at && refusals.length > 0 ? { ...source, refusals: [...source.refusals, ...refusals] } : source,
  );
}
