import { fieldPath } from '../core/field-path.ts';
import type { GenerateRequest } from '../model/generate.ts';
import { limits } from '../model/limits.ts';
import { type Problem, type Result, refuseAll } from '../model/problem.ts';
import { checkIntent } from './intent-shape.ts';
import { type Check, object, type Report, text } from './json-shape.ts';
import { isObject } from './members.ts';

/**
 * Reads the body of `POST /v1/generate`, parsed, or the same from GraphQL. By hand, because a schema library is not bundled; a
 * test holds it to `GenerateRequestSchema`. It looks at the shape only: what names mean is for `generate` to judge.
 *
 * @returns The request as it was sent; or every problem, up to `limits.problemsPerDocument`, with an RFC 6901 pointer into the
 * body: INVALID_INTENT inside `intent`, INVALID_REQUEST elsewhere. Nothing that was sent is repeated.
 *
 * @example
 * readGenerateRequest({ example: 1 }) // => INVALID_REQUEST at /example: `example` must be the id of an example.
 */
export function readGenerateRequest(body: unknown): Result<GenerateRequest> {
  const problems: Problem[] = [];
  const report: Report = (pointer, detail) => {
    if (problems.length < limits.problemsPerDocument) {
      const code = /^\/intent(\/|$)/.test(pointer) ? 'INVALID_INTENT' : 'INVALID_REQUEST';
      problems.push({ code, detail: detail.replace(/^It\b/, subjectOf(pointer)), pointer });
    }
  };
  checkRequest(body, '', report);
  // The checks say of every value that the schema refuses that something is wrong: a test holds them to it.
  return refuseAll(problems) ?? { ok: true, value: body as GenerateRequest };
}

/** What is wrong, by name: whoever reads the detail need not look at the pointer. */
const subjectOf = (pointer: string): string => (pointer === '' ? 'The body' : `\`${fieldPath(pointer)}\``);

/** Values by name, one level of names inside allowed. What was sent as a name stands in no pointer. */
const parameters: Check = (value, pointer, report) => {
  const isScalar = (one: unknown) => typeof one === 'string' || Number.isSafeInteger(one);
  const isGood = (one: unknown) => isScalar(one) || (isObject(one) && Object.values(one).every(isScalar));
  if (!isObject(value) || !Object.values(value).every(isGood))
    report(pointer, 'It must be an object of texts and whole numbers, or of objects of them.');
};

const ofIntent = object({ intent: checkIntent });
const ofExample = object({ example: text(/^/, 'the id of an example') }, { parameters });

const checkRequest: Check = (body, pointer, report) => {
  if (!isObject(body) || !(Object.hasOwn(body, 'intent') || Object.hasOwn(body, 'example')))
    report(pointer, 'The body must be an object with `intent`, or with `example` and `parameters`.');
  else if (Object.hasOwn(body, 'intent')) ofIntent(body, pointer, report);
  else ofExample(body, pointer, report);
};
