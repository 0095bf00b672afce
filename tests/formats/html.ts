import { type DefaultTreeAdapterTypes, type ParserError, parse } from 'parse5';
import type { Element } from './xml.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;

/** Parses HTML as a browser does. @throws When it finds an error in it, which a browser would mend in silence. */
export function parseHtml(text: string): Element {
  const document = parse(text, {
    onParseError: (error: ParserError) => {
      throw new Error(`${error.code} at ${error.startLine}:${error.startCol}`);
    },
  });
  const [root] = document.childNodes.flatMap(toElement);
  if (root === undefined) throw new Error('There is no element');
  return root;
}

function toElement(node: Node): Element[] {
  if (!('tagName' in node)) return [];
  return [
    {
      name: node.tagName,
      attributes: Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])),
      children: node.childNodes.flatMap(toElement),
      text: node.childNodes.map((child) => ('value' in child ? child.value : '')).join(''),
    },
  ];
}
