import { renderJson } from '../../../formats/json.ts';
import { asJson } from '../../../formats/representation.ts';
import type { Answer } from '../../../runtime/api.ts';
import { placeAt } from '../base.ts';
import type { CheckCatalogue } from './checks.ts';

/** The generated files that are served, as `schema/` has them. */
export type Documents = {
  readonly openapi: object;
  readonly actions: object;
  readonly catalogue: CheckCatalogue;
  /** Texts; the first line of each says that it is generated. */
  readonly page: string;
  readonly llms: string;
  readonly llmsFull: string;
};

export const htmlType = 'text/html; charset=utf-8';

/** Serves a generated text with the URL it is asked at in its links and commands. */
export const getText =
  (text: string, contentType: string): Answer =>
  ({ base }) => ({ status: 200, headers: { 'content-type': contentType }, body: placeAt(text, base) });

/** The same for a generated object; it is printed when it is asked for, not at the start of the function. */
export const getJson =
  (value: object, print: (value: object) => string = renderJson): Answer =>
  (request) =>
    getText(print(value), asJson.contentType)(request);

/** The first line is for those who read the repository; llmstxt.org wants the name there. */
export const withoutNote = (text: string): string => text.slice(text.indexOf('\n') + 1);
