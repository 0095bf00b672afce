import type { Problem } from '../model/problem.ts';
import type { Position } from '../model/report.ts';
import { findJsonError } from './json-error.ts';

type Json =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly offset: number; readonly problem: Problem };

/**
 * Reads a JSON text. A byte order mark before it is left out.
 *
 * @returns The value, or where the text stops being JSON: as an offset, and as an INVALID_JSON with line and column.
 * `JSON.parse` knows the place but does not always tell it, and its message quotes the text.
 */
export function parseJson(text: string): Json {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  try {
    return { ok: true, value: JSON.parse(text.slice(start)) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const offset = findJsonError(text, start);
    const at = positionOf(text, offset);
    const detail = `The body is not JSON from line ${at.line}, column ${at.column} on.`;
    const range = { start: at, end: { ...at, column: at.column + 1 } };
    return { ok: false, offset, problem: { code: 'INVALID_JSON', detail, range } };
  }
}

function positionOf(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
