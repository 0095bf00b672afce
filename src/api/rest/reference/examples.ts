import { examples } from '../../../core/examples/index.ts';
import { renderJson } from '../../../formats/json.ts';
import { asJson, asMarkdown, asYaml, type Representation } from '../../../formats/representation.ts';
import type { Answer } from '../../../runtime/api.ts';
import { type BuiltExample, buildExample, exampleObject, printExample } from '../../examples.ts';
import { problemReply } from '../../problems.ts';
import { negotiate } from '../negotiate.ts';
import { jsonReply } from '../reply.ts';
import { renderExample } from './example-markdown.ts';

/** `GET /v1/examples`: the catalogue. */
export const getExamples: Answer = () =>
  jsonReply({
    examples: examples.map(({ id, title, teaches, lesson, shares, level, kinds, parameters }) => ({
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
    })),
  });

/** How one example is written. The first is the default, because it is what `kubectl apply -f` and /v1/analyze take. */
export const exampleFormats: readonly [Representation<BuiltExample>, ...Representation<BuiltExample>[]] = [
  asYaml(printExample),
  { ...asJson, render: (built) => renderJson(exampleObject(built)) },
  asMarkdown(renderExample),
];

/** `GET /v1/examples/{id}`: one example, with its parameters in the query. */
export const getExample: Answer = (request) => {
  const { format: name, m: _, ...parameters } = request.query;
  const built = buildExample(request.params['id'] ?? '', parameters);
  if (!built.ok) return problemReply(request, built.problems);

  const format = negotiate(exampleFormats, { format: name, accept: request.headers['accept'] });
  if (!format.ok) return problemReply(request, format.problems, { vary: 'accept' });

  const { contentType, render } = format.value;
  return { status: 200, headers: { 'content-type': contentType, vary: 'accept' }, body: render(built.value) };
};
