import { Buffer } from 'node:buffer';
import { appliesAt } from '../../core/checks/applies-at.ts';
import {
  type CheckEntry,
  type FormatId,
  formats,
  type RenderContext,
  type Renderers,
} from '../../formats/format.ts';
import { renderJson } from '../../formats/json.ts';
import { withoutPairs } from '../../model/analysis.ts';
import type { Problem } from '../../model/problem.ts';
import type { Analysis } from '../../model/report.ts';
import type { Answer, ApiReply, ApiRequest } from '../../runtime/api.ts';
import { analyze } from '../analyze.ts';
import { firstWithinLimit, outputTooLarge } from '../output-limit.ts';
import { problemReply } from '../problems.ts';
import type { proposeEdits } from '../propose-edits.ts';
import { type AnalyzeRequest, manifestMediaTypes, readAnalyzeRequest } from './analyze-request.ts';
import { negotiate } from './negotiate.ts';
import { refuseBody } from './refuse-body.ts';
import { readRequestOptions } from './request-options.ts';
import type { Answers } from './routes.ts';

/** What the formats but JSON are made with. Loaded on demand: an answer in JSON pays nothing for it. */
export type OnDemand = {
  readonly formats: () => Promise<{
    readonly renderers: Renderers;
    readonly checks: readonly CheckEntry[];
  }>;
  /** What fixes findings, for SARIF, which has a place for it. */
  readonly edits: () => Promise<{ readonly proposeEdits: typeof proposeEdits }>;
};

/** Everything about manifests that are only read. */
export const createAnalyzeAnswers = (onDemand: OnDemand): Answers<'rest'> => ({
  'GET /v1/analyze': getAnalyze(onDemand),
  'POST /v1/analyze': postAnalyze(onDemand),
});

/** `POST /v1/analyze`: a manifest in, what the containers of each Pod share out. */
const postAnalyze =
  (onDemand: OnDemand): Answer =>
  (request) => {
    const read = readAnalyzeRequest(request);
    return read.ok
      ? answerAnalysis(request, read.value, onDemand)
      : refuseBody(request, read.problems, manifestMediaTypes);
  };

/**
 * `GET /v1/analyze`: the same for a manifest that stands in the link itself, deflated, so that documents can link to an
 * answer and show it as a picture while nothing is stored. What inflates and what hashes is loaded with the first link: it
 * takes 7 ms, which a function that is mostly posted to need not spend at its start.
 */
const getAnalyze =
  (onDemand: OnDemand): Answer =>
  async (request) => {
    const [{ cached }, { inflateManifest }] = await Promise.all([
      import('./cached.ts'),
      import('./inflate-manifest.ts'),
    ]);
    return cached(() => {
      const packed = request.query['m'];
      if (packed === undefined) return problemReply(request, [noManifest]);
      const read = readRequestOptions({}, request.query);
      if (!read.ok) return problemReply(request, read.problems);
      const manifest = inflateManifest(packed);
      if (!manifest.ok) return problemReply(request, manifest.problems);
      return answerAnalysis(request, { ...read.value, manifest: manifest.value }, onDemand);
    }, linkMaxAge)(request);
  };

/**
 * A day. What a link answers changes only with a release, so a page may show the last one's answer for a day, and pictures
 * in pages that many people read cost one call of the function a day and cache. Not for ever, because a release may correct
 * an answer and the link has no version in it.
 */
const linkMaxAge = 86_400;

const noManifest: Problem = {
  code: 'INVALID_REQUEST',
  detail:
    'Send the manifest as the body of a POST, or put it into `m`: base64url of the text, deflated. /docs shows how.',
};

async function answerAnalysis(
  request: ApiRequest,
  asked: AnalyzeRequest,
  onDemand: OnDemand,
): Promise<ApiReply> {
  const format = negotiate(formats, { format: asked.format, accept: request.headers['accept'] });
  if (!format.ok) return problemReply(request, format.problems, { vary: 'accept' });

  const result = analyze(asked.manifest, asked.options);
  if (!result.ok) return problemReply(request, result.problems);

  const { id, contentType } = format.value;
  const renderings = id === 'json' ? jsonRenderings : await renderingsOf(id, asked, onDemand);
  const body = firstWithinLimit(result.answer, renderings);
  if (body === undefined) return problemReply(request, [outputTooLarge]);
  const headers = { 'content-type': contentType, vary: 'accept' };
  return { status: 200, headers, body, counts: result.counts };
}

/** Ways to write a report, each shorter than the one before. */
type Renderings = readonly ((analysis: Analysis) => string)[];

/** Leaves out what is missed least: the indentation of JSON, then `pairs`, which the instances say in linear space. */
const jsonRenderings: Renderings = [
  renderJson,
  JSON.stringify,
  (analysis) => JSON.stringify(withoutPairs(analysis)),
];

async function renderingsOf(
  id: Exclude<FormatId, 'json'>,
  { manifest, options }: AnalyzeRequest,
  onDemand: OnDemand,
): Promise<Renderings> {
  const { renderers, checks } = await onDemand.formats();
  const edits = id === 'sarif' ? (await onDemand.edits()).proposeEdits(manifest, options) : undefined;
  const context: RenderContext = {
    checks: checks.filter((check) => appliesAt(check, options.kubernetesVersion)),
    ignored: options.ignore,
    manifestBytes: Buffer.byteLength(manifest),
    ...(edits && { fixesOf: (findingId: string) => edits.get(findingId) ?? [] }),
  };
  const render = (analysis: Analysis) => renderers[id](analysis, context);
  return [render, (analysis) => render(withoutPairs(analysis))];
}
