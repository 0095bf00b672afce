import { visible } from './visible.ts';

/** A piece of XML or HTML. Only this file makes one, so whatever else is put into an element is text and gets escaped. */
export type Markup = { readonly markup: string };

type Attributes = Readonly<Record<string, string | number | undefined>>;

/**
 * Makes an element. Strings among the children are text; attributes that are undefined are left out.
 *
 * Never `<a/>`: HTML takes that for an open tag. Texts are made visible first (see `visible.ts`), so that what XML 1.0 has
 * no character for cannot get in.
 *
 * @example element('b', { id: 1 }, 'a < b') // => { markup: '<b id="1">a &lt; b</b>' }
 */
export function element(
  name: string,
  attributes: Attributes,
  ...children: readonly (Markup | string)[]
): Markup {
  const inside = children.map((child) => (typeof child === 'string' ? escapeMarkup(child) : child.markup));
  return { markup: `<${name}${printAttributes(attributes)}>${inside.join('')}</${name}>` };
}

/** Text where a piece is wanted. */
export const text = (value: string): Markup => ({ markup: escapeMarkup(value) });

/** Several pieces as one, each on a line of its own. */
export const lines = (...pieces: readonly Markup[]): Markup => ({
  markup: pieces.map(({ markup }) => markup).join('\n'),
});

/** Markup that stands as it is: for what is written in this code, never for what comes out of a report. */
export const verbatim = (markup: string): Markup => ({ markup });

const printAttributes = (attributes: Attributes): string =>
  Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeMarkup(String(value))}"`)
    .join('');

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Makes text of a text that holds markup, in an element or in a quoted attribute; control characters stay as they are. */
export const escapeEntities = (value: string): string =>
  value.replace(/[&<>"']/g, (character) => entities[character] ?? character);

const escapeMarkup = (value: string): string => escapeEntities(visible(value));
