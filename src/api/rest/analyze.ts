import { type Format, formats } from '../../formats/format.ts';
import type { Analysis } from '../../model/report.ts';
import type { Answer } from '../../runtime/api.ts';
import { analyze } from '../analyze.ts';
import { isWithinOutputLimit, outputTooLarge } from '../output-limit.ts';
import { problemReply } from '../problems.ts';
import { manifestMediaTypes, readAnalyzeRequest } from './analyze-request.ts';
import { negotiate } from './negotiate.ts';

/** `POST /v1/analyze`: a manifest in, what the containers of each Pod share out. */
export const postAnalyze: Answer = (request) => {
  const read = readAnalyzeRequest(request);
  if (!read.ok) {
    const isType = read.problems[0].code === 'UNSUPPORTED_MEDIA_TYPE';
    return problemReply(
      request,
      read.problems,
      isType ? { 'accept-post': manifestMediaTypes.join(', ') } : {},
    );
  }
  const { manifest, options, format: name } = read.value;
  const format = negotiate(formats, { format: name, accept: request.headers['accept'] });
  if (!format.ok) return problemReply(request, format.problems, { vary: 'accept' });

  const result = analyze(manifest, options);
  if (!result.ok) return problemReply(request, result.problems);

  const body = renderWithinLimit(result.analysis, format.value);
  if (body === undefined) return problemReply(request, [outputTooLarge]);
  const headers = { 'content-type': format.value.contentType, vary: 'accept', 'cache-control': 'no-store' };
  return { status: 200, headers, body, counts: result.counts };
};

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
