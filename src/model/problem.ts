import type { LimitName } from './limits.ts';
import type { Range } from './report.ts';

/** Everything a caller can get wrong. Codes are public: add, never rename. */
export const problemCodes = [
  // The request
  'INVALID_JSON',
  'INVALID_ENCODING',
  'INVALID_REQUEST',
  'INVALID_OPTION',
  'UNSUPPORTED_MEDIA_TYPE',
  'NOT_ACCEPTABLE',
  'NOT_FOUND',
  'METHOD_NOT_ALLOWED',
  'BODY_TOO_LARGE',
  'OUTPUT_TOO_LARGE',
  // The manifest as text
  'EMPTY_MANIFEST',
  'YAML_SYNTAX',
  'YAML_UNSUPPORTED',
  'BAD_ALIAS',
  'BAD_KEY',
  'TOO_MANY_DOCUMENTS',
  'TOO_MANY_PODS',
  'TOO_MANY_CONTAINERS',
  'TOO_DEEP',
  'TOO_MANY_ALIASES',
  'TOO_MANY_NODES',
  // The manifest as a Kubernetes object
  'NOT_AN_OBJECT',
  'MISSING_KIND',
  'MISSING_POD_SPEC',
  'WRONG_TYPE',
  // What is asked for
  'INVALID_INTENT',
  'IMPOSSIBLE_WISH',
  // Ours
  'INTERNAL_ERROR',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/**
 * One thing wrong with a request or a document. `detail` never holds a value of the manifest:
 * keys and names of fields the API defines may stand in it, what the caller wrote into them may not.
 */
export type Problem = {
  readonly code: ProblemCode;
  readonly detail: string;
  /** Index of the document, if the problem stands in one. */
  readonly document?: number;
  /** RFC 6901 pointer into that document, if the place is known. */
  readonly pointer?: string;
  readonly range?: Range;
  /** The limit that was passed. */
  readonly limit?: LimitName;
};

/** A caller's mistake is a value; only a bug is thrown. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly [Problem, ...Problem[]] };

/** Refuses what was asked when there is a problem. */
export const refuseAll = ([first, ...more]: readonly Problem[]): Result<never> | undefined =>
  first && { ok: false, problems: [first, ...more] };

/** Refuses what was asked for one reason. */
export const refuse = (code: ProblemCode, detail: string): Result<never> => ({
  ok: false,
  problems: [{ code, detail }],
});
