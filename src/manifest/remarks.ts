import type { Refusal } from './failure.ts';
import { findLast, findPointer } from './locate.ts';
import type { Node } from './node.ts';
import type { Seen } from './observe.ts';
import type { Source } from './read-text.ts';

/** Lists what is to be said about a document as a whole, in text order. */
export function listRemarks(root: Node, refusals: readonly Refusal[], next: Source | undefined): Seen[] {
  const remarks = refusals.map(({ at, detail }): Seen => {
    return { at, observation: { kind: 'kubectl-refuses', pointer: findPointer(root, at), detail } };
  });
  const last = findLast(root);
  if (next !== undefined && !isObject(next.root) && 'style' in last.node && last.node.style === 'block') {
    remarks.push({
      at: last.node.start,
      observation: { kind: 'separator-in-block-scalar', pointer: last.pointer },
    });
  }
  return remarks.sort((a, b) => a.at - b.at);
}

/** Says whether a document looks like one a person meant: a map with a kind. */
function isObject(root: Node | null): boolean {
  return root?.type === 'map' && root.entries.has('kind');
}
