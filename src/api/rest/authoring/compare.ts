import { renderComparison } from '../../../formats/markdown/comparison.ts';
import { asJson, asMarkdown, asYaml, type Representations } from '../../../formats/representation.ts';
import { renderYaml } from '../../../formats/yaml.ts';
import type { Comparison } from '../../../model/compare.ts';
import { compare } from '../../compare.ts';
import { readToCompare } from '../../compare-request.ts';
import { respond } from './respond.ts';

/** How a comparison is written. Markdown is fit for a comment on a pull request. */
export const comparisonRepresentations: Representations<Comparison> = [
  asJson,
  asYaml(renderYaml),
  asMarkdown(renderComparison),
];

/** `POST /v1/compare`: two manifests in, how the sharing in them differs out. */
export const postCompare = respond({
  members: ['before', 'after'],
  read: readToCompare,
  answer: compare,
  representations: comparisonRepresentations,
});
