import { Buffer } from 'node:buffer';

import { limits } from '../model/limits.ts';
import type { Problem } from '../model/problem.ts';

/**
 * Measures an answer as Lambda carries it: a JSON string in a JSON object, each quote and line end escaped.
 * At least one byte and at most six stand for one character, so most answers need no measuring.
 */
export const isWithinOutputLimit = (body: string): boolean =>
  body.length * 6 <= limits.outputBytes ||
  (body.length <= limits.outputBytes && Buffer.byteLength(JSON.stringify(body)) <= limits.outputBytes);

/** @returns The first way to write an answer that is not too large; undefined when all are. */
export function firstWithinLimit<T>(answer: T, ways: readonly ((answer: T) => string)[]): string | undefined {
  for (const write of ways) {
    const body = write(answer);
    if (isWithinOutputLimit(body)) return body;
  }
  return undefined;
}

export const outputTooLarge: Problem = {
  code: 'OUTPUT_TOO_LARGE',
  detail: `The answer would be larger than ${limits.outputBytes} bytes. Send the manifest in parts, or ask for less of it.`,
  limit: 'outputBytes',
};
