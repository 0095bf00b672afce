import { asJson, asMarkdown, asYaml, type Face } from '../../../formats/face.ts';
import { renderComparison } from '../../../formats/markdown/comparison.ts';
import { renderYaml } from '../../../formats/yaml.ts';
import type { Comparison } from '../../../model/compare.ts';
import type { Result } from '../../../model/problem.ts';
import { compare, type ToCompare } from '../../compare.ts';
import type { Members } from '../json-request.ts';
import { respond } from './respond.ts';

/** How a comparison is written. Markdown is fit for a comment on a pull request. */
export const comparisonFaces: readonly [Face<Comparison>, ...Face<Comparison>[]] = [
  asJson,
  asYaml(renderYaml),
  asMarkdown(renderComparison),
];

/** `POST /v1/compare`: two manifests in, how the sharing in them differs out. */
export const postCompare = respond({
  members: ['before', 'after'],
  read: readToCompare,
  answer: (texts, options) => {
    const result = compare(texts, options);
    return result.ok ? { ...result, answer: result.comparison } : result;
  },
  faces: comparisonFaces,
});

/** Takes two manifests out of the members of a request. */
export function readToCompare({ before, after }: Members): Result<ToCompare> {
  if (typeof before === 'string' && typeof after === 'string') return { ok: true, value: { before, after } };
  const detail = '`before` and `after` must be the two manifests as text; one of them may be empty.';
  return { ok: false, problems: [{ code: 'INVALID_REQUEST', detail }] };
}
