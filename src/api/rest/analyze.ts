import { type Format, formats } from '../../formats/format.ts';
import type { Problem } from '../../model/problem.ts';
import type { Analysis } from '../../model/report.ts';
import type { Answer, ApiReply, ApiRequest } from '../../runtime/api.ts';
import { analyze } from '../analyze.ts';
import { isWithinOutputLimit, outputTooLarge } from '../output-limit.ts';
import { problemReply } from '../problems.ts';
import { type AnalyzeRequest, manifestMediaTypes, readAnalyzeRequest } from './analyze-request.ts';
import { negotiate } from './negotiate.ts';
import { readRequestOptions } from './request-options.ts';
import type { Answers } from './routes.ts';

/** `POST /v1/analyze`: a manifest in, what the containers of each Pod share out. */
const postAnalyze: Answer = (request) => {
  const read = readAnalyzeRequest(request);
  if (!read.ok) {
    const isType = read.problems[0].code === 'UNSUPPORTED_MEDIA_TYPE';
    return problemReply(
      request,
      read.problems,
      isType ? { 'accept-post': manifestMediaTypes.join(', ') } : {},
    );
  }
  return answerAnalysis(request, read.value);
};

/**
 * `GET /v1/analyze`: the same for a manifest that stands in the link itself, deflated, so that documents can link to an
 * answer and show it as a picture while nothing is stored. What inflates and what hashes is loaded with the first link: it
 * takes 7 ms, which a function that is mostly posted to need not spend at its start.
 */
const getAnalyze: Answer = async (request) => {
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
    return answerAnalysis(request, { ...read.value, manifest: manifest.value });
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

/** Everything about manifests that are only read. */
export const analyzeAnswers: Answers<'rest'> = {
  'GET /v1/analyze': getAnalyze,
  'POST /v1/analyze': postAnalyze,
};

function answerAnalysis(request: ApiRequest, { manifest, options, format: name }: AnalyzeRequest): ApiReply {
  const format = negotiate(formats, { format: name, accept: request.headers['accept'] });
  if (!format.ok) return problemReply(request, format.problems, { vary: 'accept' });

  const result = analyze(manifest, options);
  if (!result.ok) return problemReply(request, result.problems);

  const body = renderWithinLimit(result.analysis, format.value);
  if (body === undefined) return problemReply(request, [outputTooLarge]);
  const headers = { 'content-type': format.value.contentType, vary: 'accept' };
  return { status: 200, headers, body, counts: result.counts };
}

/** @returns The first way to say it that is not too large; undefined when all are. */
function renderWithinLimit(analysis: Analysis, format: Format): string | undefined {
  for (const body of renderEverShorter(analysis, format)) {
    if (isWithinOutputLimit(body)) return body;
  }
  return undefined;
}

/** Leaves out what is missed least: the indentation of JSON, then `pairs`, which the instances say in linear space. */
function* renderEverShorter(analysis: Analysis, { id, render }: Format): Generator<string> {
  yield render(analysis);
  const renderShort = id === 'json' ? (short: Analysis) => JSON.stringify(short) : render;
  if (renderShort !== render) yield renderShort(analysis);
  yield renderShort({ ...analysis, pods: analysis.pods.map(({ pairs: _, ...pod }) => pod) });
}
