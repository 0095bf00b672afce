import { Document, isMap, isScalar, isSeq, type Node, visit, type YAMLSeq } from 'yaml';
import { splitPointer } from '../model/pointer.ts';

/**
 * So that every reader takes it the same way: strings that a YAML 1.1 reader would take for something else (`yes`, `0644`,
 * `12:30`) are quoted, and nothing is folded or aliased.
 */
const printOptions = {
  aliasDuplicateObjects: false,
  lineWidth: 0,
  version: '1.1',
  compat: 'core',
  flowCollectionPadding: false,
} as const;

/**
 * Prints a manifest as YAML a person would write: commands on one line, or as a list when one of their words has several
 * lines; comments above what they are about.
 *
 * @param comments - By RFC 6901 pointer. One that leads nowhere is our bug and throws.
 */
export function printManifest(manifest: unknown, comments: Readonly<Record<string, string>> = {}): string {
  const document = new Document(manifest, printOptions);
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === 'string' && beginsWithTab.test(node.value)) node.type = 'QUOTE_DOUBLE';
    },
    Pair(_, { key, value }) {
      if (isScalar(key) && isCommand(key.value) && isSeq(value) && !hasLines(value)) asOneLine(value);
    },
  });
  for (const [pointer, comment] of Object.entries(comments))
    place(document, pointer).commentBefore = ` ${comment}`;
  return document.toString(printOptions);
}

/** `["/bin/sh", "-c", "…"]`, as people write commands. */
function asOneLine(command: YAMLSeq): void {
  command.flow = true;
  for (const word of command.items) if (isScalar(word)) word.type = 'QUOTE_DOUBLE';
}

/**
 * Such a block of lines is right in YAML, and refused by the reader that Kubernetes has: it takes the tab for indentation.
 *
 * @see go-yaml, scannerc.go, yaml_parser_scan_block_scalar_breaks; tests/kubectl/generated.test.ts runs it
 */
const beginsWithTab = /^\n*\t/;

const hasLines = ({ items }: YAMLSeq): boolean =>
  items.some((word) => isScalar(word) && String(word.value).includes('\n'));

const isCommand = (key: unknown): boolean => key === 'command' || key === 'args';

/** Finds what a comment stands above: the key of a member of a map, an item of a list. */
function place(document: Document, pointer: string): Node {
  const path = splitPointer(pointer);
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  const last = path.at(-1);
  const node = isMap(parent)
    ? parent.items.find(({ key }) => isScalar(key) && key.value === last)?.key
    : document.getIn(path, true);
  if (typeof node !== 'object' || node === null) throw new Error(`No place for a comment at ${pointer}`);
  // Keys and items of a document made from plain data are nodes.
  return node as Node;
}
