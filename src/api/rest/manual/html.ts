import { escapeEntities } from '../../../formats/markup.ts';

/** A piece of HTML. Only `html` makes one, so whatever else is put into it is text and gets escaped. */
export type Html = { readonly html: string };

type Value = string | number | Html | readonly Html[];

/**
 * Makes HTML of a template. Strings in it are text, whatever they hold, also in a quoted attribute.
 *
 * @example html`<b id="${'a"'}">${'a < b'}</b>` // => { html: '<b id="a&quot;">a &lt; b</b>' }
 */
export const html = (strings: TemplateStringsArray, ...values: readonly Value[]): Html => ({
  html: strings.map((string, i) => string + print(values[i] ?? '')).join(''),
});

export const nothing: Html = { html: '' };

/** Joins pieces, with text between them. */
export const join = (pieces: readonly Html[], between: string): Html => ({
  html: pieces.map((piece) => piece.html).join(escapeEntities(between)),
});

/** Code spans of the descriptions, which are all of Markdown that they use. */
export const withCode = (text: string): Html =>
  html`${text.split('`').map((part, i) => (i % 2 === 0 ? html`${part}` : html`<code>${part}</code>`))}`;

function print(value: Value): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return escapeEntities(value);
  return 'html' in value ? value.html : value.map((piece) => piece.html).join('');
}
