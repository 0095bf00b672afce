import { joinPointer, splitPointer } from '../model/pointer.ts';
import type { Node, Span } from './node.ts';

/**
 * Finds where a pointer stands: the key and value of a member, the value of an item. What is reached through an alias or
 * a merge stands where the anchor is. When the pointer leads nowhere, the nearest parent that is there.
 */
export function locateSpan(root: Node, pointer: string): Span {
  let child: Child = { value: root, start: root.start, end: root.end };
  for (const part of splitPointer(pointer)) {
    const next = findChild(child.value, part);
    if (next === undefined) break;
    child = next;
  }
  return child;
}

/** Finds the value a pointer leads to. */
export function findNode(root: Node, pointer: string): Node | undefined {
  let node: Node | undefined = root;
  for (const part of splitPointer(pointer)) node = node && findChild(node, part)?.value;
  return node;
}

/** A member or an item. */
type Child = Span & { readonly value: Node };

function findChild(node: Node, part: string): Child | undefined {
  if (node.type === 'map') return node.entries.get(part);
  if (node.type !== 'list') return undefined;
  return /^(?:0|[1-9][0-9]*)$/.test(part) ? node.items[Number(part)] : undefined;
}

/** Lists members and items with their names. */
export function listChildren(node: Node): (readonly [part: string | number, child: Child])[] {
  if (node.type === 'map') return [...node.entries];
  return node.type === 'list' ? [...node.items.entries()] : [];
}

/** Finds the last value in the text: the last member of the last item of … */
export function findLast(root: Node): { readonly pointer: string; readonly node: Node } {
  let pointer = '';
  let node = root;
  for (let last = listChildren(node).at(-1); last !== undefined; last = listChildren(node).at(-1)) {
    pointer = joinPointer(pointer, last[0]);
    node = last[1].value;
  }
  return { pointer, node };
}

/** Finds the pointer of the deepest member or item whose text holds an offset. */
export function findPointer(root: Node, offset: number): string {
  let pointer = '';
  let node: Node | undefined = root;
  while (node !== undefined) {
    const found: ReturnType<typeof listChildren>[number] | undefined = listChildren(node).find(
      ([, { start, end }]) => start <= offset && offset < end,
    );
    if (found === undefined) break;
    pointer = joinPointer(pointer, found[0]);
    node = found[1].value;
  }
  return pointer;
}
