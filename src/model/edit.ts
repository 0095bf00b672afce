/** A value an edit may write: what JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * A change to one document, as data. Pointers are RFC 6901 and lead into the document as it stands before any edit, so that
 * the order of edits does not matter.
 */
export type Edit =
  /** Removes a member or an item. A list or map of a PodSpec that is left with nothing in it goes too. */
  | { readonly op: 'remove'; readonly pointer: string }
  /** Writes a scalar in the place of a scalar. */
  | { readonly op: 'replace'; readonly pointer: string; readonly value: string | number | boolean }
  /** Adds a member to a map, after the member `after`. */
  | {
      readonly op: 'add';
      readonly pointer: string;
      readonly value: string | number | boolean;
      readonly after: string;
    }
  /** Gives a member another key, in its place. */
  | { readonly op: 'rename'; readonly pointer: string; readonly key: string };
