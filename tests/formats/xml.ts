import { SaxesParser } from 'saxes';

/** An element of a parsed document: its name, attributes, and what is in it, text joined. */
export type Element = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
};

/** Parses XML 1.0. @throws When it is not well-formed. */
export function parseXml(text: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes: { ...attributes }, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (piece) => {
    const inside = open.at(-1);
    if (inside) inside.text += piece;
  });
  parser.on('closetag', () => open.pop());
  parser.write(text).close();
  return root.children[0] ?? root;
}

/** The element and everything in it, in document order. */
export const descendants = (element: Element): Element[] => [
  element,
  ...element.children.flatMap(descendants),
];
