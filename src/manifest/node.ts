/**
 * What a document says, with the place of each part in the text. An alias and the anchor it names are one node, so that
 * nodes form a graph without cycles rather than a tree; no recursion over it is deeper than `limits.nestingDepth`.
 */
export type Node = Scalar | ListNode | MapNode;

/** Offsets in UTF-16 code units from the start of the whole text, end exclusive. */
export type Span = { readonly start: number; readonly end: number };

export type Scalar = Span &
  (
    | { readonly type: 'null'; readonly value: null }
    | { readonly type: 'boolean'; readonly value: boolean }
    | { readonly type: 'integer'; readonly value: number }
    | { readonly type: 'float'; readonly value: number }
    | { readonly type: 'string'; readonly value: string }
  ) & {
    /** As written, without quotes and with line breaks folded. */
    readonly text: string;
    readonly style: 'plain' | 'quoted' | 'block';
  };

export type ListNode = Span & { readonly type: 'list'; readonly items: readonly Item[] };

/** Where an item stands, which is not where its value stands when it is an alias. */
export type Item = Span & { readonly value: Node };

export type MapNode = Span & {
  readonly type: 'map';
  readonly entries: ReadonlyMap<string, Entry>;
  /** Keys that stand twice, or that a merge took over, in text order. */
  readonly clashes: readonly Clash[];
  /** A key that JSON cannot hold: null, or an integer of more than 63 bits. */
  readonly badKey: Scalar | null;
};

/** A member: from the start of its key to the end of its value. A merged one stands where it was merged from. */
export type Entry = Span & {
  readonly key: Scalar;
  readonly value: Node;
  readonly isMerged: boolean;
};

export type Clash = {
  readonly kind: 'duplicate-key' | 'merge-overrides';
  readonly key: string;
  readonly at: number;
  /** The member that does not count, from the start of its key to the end of its value. */
  readonly overridden: Span;
};

/**
 * Finds the first value of a document that fits, in text order of the places where values stand. Each node is looked at
 * once, whatever aliases lead to it.
 */
export function findValue(root: Node, fits: (node: Node) => boolean, seen = new Set<Node>()): Node | null {
  if (seen.has(root)) return null;
  seen.add(root);
  if (fits(root)) return root;
  if (root.type !== 'list' && root.type !== 'map') return null;
  for (const { value } of root.type === 'list' ? root.items : root.entries.values()) {
    const found = findValue(value, fits, seen);
    if (found !== null) return found;
  }
  return null;
}

/** A number JSON cannot hold. */
export function isInfinite(node: Node): boolean {
  return node.type === 'float' && !Number.isFinite(node.value);
}
