import { checks, renderers } from '../../functions/formats.ts';
import { analyze } from '../../src/api/analyze.ts';
import { type FormatId, formats, type RenderContext } from '../../src/formats/format.ts';
import { renderJson } from '../../src/formats/json.ts';
import { defaultOptions, type Options } from '../../src/model/options.ts';
import type { Analysis } from '../../src/model/report.ts';

export const context: RenderContext = { checks, ignored: [], manifestBytes: 0 };

export const formatIds: readonly FormatId[] = formats.map(({ id }) => id);

/** The report on a manifest: text, or objects that are written as one text. */
export function analysisOf(manifest: string | readonly object[], options: Partial<Options> = {}): Analysis {
  const text =
    typeof manifest === 'string' ? manifest : manifest.map((each) => JSON.stringify(each)).join('\n---\n');
  const result = analyze(text, { ...defaultOptions, ...options });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.answer;
}

export const render = (id: FormatId, analysis: Analysis, given: Partial<RenderContext> = {}): string =>
  id === 'json' ? renderJson(analysis) : renderers[id](analysis, { ...context, ...given });
