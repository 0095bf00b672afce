import { clip, visible } from '../visible.ts';

/** Columns of a name or path in a label; the report has them whole. */
const MOST_COLUMNS = 60;

/**
 * Makes a quoted label of lines of text. Every character that Mermaid or Markdown could take for something else is written
 * by its number, so no name can end the label, add markup, or begin a directive (`%%{init`).
 *
 * @example quote('say "hi"', 'app') // => '"say #34;hi#34;<br/>app"'
 * @see https://mermaid.js.org/syntax/flowchart.html#entity-codes-to-escape-characters
 */
export const quote = (...texts: readonly string[]): string =>
  `"${texts.map((text) => clip(visible(text), MOST_COLUMNS).replace(special, toEntity)).join('<br/>')}"`;

const special = /[^\p{L}\p{N} ./,:()=+…-]/gu;

const toEntity = (character: string): string => `#${character.codePointAt(0)};`;
