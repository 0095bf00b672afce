import type { Counts } from '../../runtime/api.ts';
import type { Members } from '../members.ts';
import { errorCodes, type Failure } from './json-rpc.ts';
import type { Revision } from './revisions.ts';

/** What a method answers: its result as the handshake revisions write it, or why there is none. */
export type MethodOutcome =
  | { readonly ok: true; readonly result: object; readonly counts?: Counts }
  | { readonly ok: false; readonly failure: Failure };

/** Answers one method. What a caller can get wrong is an outcome; a throw is a bug. */
export type Method = (params: Members, revision: Revision) => MethodOutcome;

export const done = (result: object, counts?: Counts): MethodOutcome => ({
  ok: true,
  result,
  ...(counts && { counts }),
});

/** The request was understood and asks for something that is not there: the response says so, HTTP says 200. */
export const failed = (code: number, message: string): MethodOutcome => ({
  ok: false,
  failure: { status: 200, code, message },
});

/** Answers with everything there is: lists are short and come on one page, so no cursor was ever given out. */
export const listing =
  (result: object): Method =>
  ({ cursor }) =>
    cursor === undefined
      ? done(result)
      : failed(errorCodes.invalidParams, 'There is one page only, and no cursor leads to another.');
