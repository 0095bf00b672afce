import type { Example } from '../../../core/examples/example.ts';
import { examples } from '../../../core/examples/index.ts';
import { renderJson } from '../../../formats/json.ts';
import { asJson, asMarkdown, asYaml, type Representations } from '../../../formats/representation.ts';
import type { Answer } from '../../../runtime/api.ts';
import { type BuiltExample, buildExample, exampleObject, printExample } from '../../examples.ts';
import { problemReply } from '../../problems.ts';
import { renderExample } from './example-markdown.ts';
import { asData, represent } from './represent.ts';

/** `GET /v1/examples`: the catalogue. */
export const getExamples: Answer = (request) =>
  represent(request, { examples: examples.map(describe) }, asData);

const describe = ({ id, title, teaches, lesson, shares, level, kinds, parameters }: Example) => ({
  id,
  title,
  teaches,
  ...(lesson !== undefined && { lesson }),
  shares,
  level,
  kinds,
  parameters: parameters.map(({ name, default: value, description }) => ({
    name,
    default: value,
    description,
  })),
});

/** How one example is written. The first is the default, because it is what `kubectl apply -f` and /v1/analyze take. */
export const exampleRepresentations: Representations<BuiltExample> = [
  asYaml(printExample),
  { ...asJson, render: (built) => renderJson(exampleObject(built)) },
  asMarkdown(renderExample),
];

/** `GET /v1/examples/{id}`: one example, with its parameters in the query. */
export const getExample: Answer = (request) => {
  const { format: _, m: __, ...parameters } = request.query;
  const built = buildExample(request.params['id'] ?? '', parameters);
  return built.ok
    ? represent(request, built.value, exampleRepresentations)
    : problemReply(request, built.problems);
};
