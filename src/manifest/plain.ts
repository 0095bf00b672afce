import type { Node } from './node.ts';

/**
 * The value of a node as plain data; what an alias stands for is repeated. Maps have no prototype, so that no key a caller
 * chose can mean more than itself. Bounded by `limits.expandedNodes`.
 */
export function toPlain(node: Node): unknown {
  if (node.type === 'list') return node.items.map(({ value }) => toPlain(value));
  if (node.type !== 'map') return node.value;
  const map: Record<string, unknown> = Object.create(null);
  for (const [key, { value }] of node.entries) map[key] = toPlain(value);
  return map;
}
