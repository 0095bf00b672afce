import { asJson, asYaml, type Representations } from '../../../formats/representation.ts';
import { renderYaml } from '../../../formats/yaml.ts';
import type { ApiReply, ApiRequest } from '../../../runtime/api.ts';
import { problemReply } from '../../problems.ts';
import { negotiate } from '../negotiate.ts';

/** How data is written that nobody reads as a page. */
export const asData = [asJson, asYaml(renderYaml)] as const satisfies Representations<unknown>;

/** Answers 200 with a value in the format asked for, or 406. */
export function represent<T>(request: ApiRequest, value: T, representations: Representations<T>): ApiReply {
  const chosen = negotiate(representations, {
    format: request.query['format'],
    accept: request.headers['accept'],
  });
  if (!chosen.ok) return problemReply(request, chosen.problems, { vary: 'accept' });
  const { contentType, render } = chosen.value;
  return { status: 200, headers: { 'content-type': contentType, vary: 'accept' }, body: render(value) };
}
