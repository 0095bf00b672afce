import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

import { briefCharacters } from '../../../../src/api/mcp/tools/told.ts';
import { callTool, listedTools, sizeOf, type ToolAnswer } from '../../../support/mcp.ts';

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats(ajv);

const validators = new Map(listedTools.map(({ name, outputSchema }) => [name, ajv.compile(outputSchema)]));

/** Calls a tool and holds the answer to what is promised of every one: its schema, and a short one to its size. */
export async function answerOf(name: string, given: Readonly<Record<string, unknown>>): Promise<ToolAnswer> {
  const answer = await callTool(name, given);
  const validate = validators.get(name);
  if (validate === undefined) throw new Error(`${name} is not listed`);
  expect(validate(answer.structuredContent) ? [] : validate.errors).toEqual([]);
  if (given['detail'] !== 'full' || answer.isError)
    expect(sizeOf(answer)).toBeLessThanOrEqual(briefCharacters);
  expect(answer.isError === true).toBe(
    'problems' in answer.structuredContent && !('pods' in answer.structuredContent),
  );
  return answer;
}
