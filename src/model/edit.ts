import type { Range } from './report.ts';

/** A value an edit may write: what JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A scalar an edit may write. */
export type Plain = string | number | boolean;

/**
 * A change to one document, as data. Pointers are RFC 6901 and lead into the document as it stands before any edit, so that
 * the order of edits does not matter.
 */
export type Edit =
  /**
   * Removes a member or an item. A list that is left with nothing in it goes too, and so does a map that then says nothing
   * (`securityContext`); another map becomes `{}`.
   */
  | { readonly op: 'remove'; readonly pointer: string }
  /** Writes a scalar in the place of a scalar. */
  | { readonly op: 'replace'; readonly pointer: string; readonly value: Plain }
  /** Adds a member to a map, after the member `after`. */
  | { readonly op: 'add'; readonly pointer: string; readonly value: Plain; readonly after: string }
  /** Gives a member another key, in its place. */
  | { readonly op: 'rename'; readonly pointer: string; readonly key: string }
  /** Writes a scalar as the type its field has, if it has one reading as such: `"8080"` as 8080, `yes` as `"yes"`. */
  | { readonly op: 'retype'; readonly pointer: string; readonly type: 'boolean' | 'integer' | 'string' }
  /** Writes a value, or the key of a member, so that every reader of YAML reads what kubectl reads. No value changes. */
  | { readonly op: 'respell'; readonly pointer: string; readonly part: 'key' | 'value' }
  /** Removes members with the same key that do not count, because one after them or a merge does. No value changes. */
  | {
      readonly op: 'remove-overridden';
      readonly pointer: string;
      readonly by: 'duplicate-key' | 'merge-overrides';
    };

/** Another text for a part of the text that was sent. Empty range: an insertion. */
export type TextEdit = { readonly range: Range; readonly text: string };
