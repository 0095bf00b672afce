import { renderJson } from '../../formats/json.ts';
import type { ApiReply } from '../../runtime/api.ts';

/** Answers 200 with a value as JSON, indented because people read it too. */
export const jsonReply = (value: unknown): ApiReply => ({
  status: 200,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: renderJson(value),
});
