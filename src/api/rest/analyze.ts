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
import type { Analysis } from '../../model/report.ts';
import type { Answer } from '../../runtime/api.ts';
import { analyze } from '../analyze.ts';
import { isWithinOutputLimit, outputTooLarge } from '../output-limit.ts';
import { problemReply } from '../problems.ts';
import type { proposeEdits } from '../propose-edits.ts';
import { type AnalyzeRequest, manifestMediaTypes, readAnalyzeRequest } from './analyze-request.ts';
import { negotiate } from './negotiate.ts';

/** What the formats but JSON are made with. Loaded on demand: an answer in JSON pays nothing for it. */
export type OnDemand = {
  readonly formats: () => Promise<{
    readonly renderers: Renderers;
    readonly checks: readonly CheckEntry[];
  }>;
  /** What mends findings, for SARIF, which has a place for it. */
  readonly edits: () => Promise<{ readonly proposeEdits: typeof proposeEdits }>;
};

/** `POST /v1/analyze`: a manifest in, what the containers of each Pod share out. */
export const createPostAnalyze =
  (onDemand: OnDemand): Answer =>
  async (request) => {
    const read = readAnalyzeRequest(request);
    if (!read.ok) {
      const isType = read.problems[0].code === 'UNSUPPORTED_MEDIA_TYPE';
      return problemReply(
        request,
        read.problems,
        isType ? { 'accept-post': manifestMediaTypes.join(', ') } : {},
      );
    }
    const format = negotiate(formats, { format: read.value.format, accept: request.headers['accept'] });
    if (!format.ok) return problemReply(request, format.problems, { vary: 'accept' });

    const result = analyze(read.value.manifest, read.value.options);
    if (!result.ok) return problemReply(request, result.problems);

    const { id, contentType } = format.value;
    const renderings = id === 'json' ? jsonRenderings : await renderingsOf(id, read.value, onDemand);
    const body = renderWithinLimit(result.analysis, renderings);
    if (body === undefined) return problemReply(request, [outputTooLarge]);
    return { status: 200, headers: { ...headers, 'content-type': contentType }, body, counts: result.counts };
  };

/**
 * The policy is for the formats a browser shows (HTML, SVG): they hold their own style and load nothing. JSON, YAML and the
 * rest have nothing to load either.
 * @see https://www.w3.org/TR/CSP3/
 */
const headers = {
  vary: 'accept',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
};

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

const withoutPairs = (analysis: Analysis): Analysis => ({
  ...analysis,
  pods: analysis.pods.map(({ pairs: _, ...pod }) => pod),
});

/** @returns The first way to say it that is not too large; undefined when all are. */
function renderWithinLimit(analysis: Analysis, renderings: Renderings): string | undefined {
  for (const render of renderings) {
    const body = render(analysis);
    if (isWithinOutputLimit(body)) return body;
  }
  return undefined;
}
