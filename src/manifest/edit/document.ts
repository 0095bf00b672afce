import type { Node } from '../node.ts';
import type { Source } from '../read-text.ts';
import { type Layout, openLayout, type Page } from './layout.ts';
import { findShared, type Shared } from './place.ts';

/** A document that can be edited: its values, which of them stand in several places, and the text around them. */
export type EditableDocument = {
  readonly root: Node;
  readonly shared: Shared;
  readonly layout: Layout;
};

export function openDocument(page: Page, root: Node, source: Source): EditableDocument {
  return { root, shared: findShared(root), layout: openLayout(page, source) };
}

/** Why an edit is not done, as a sentence. Nothing the caller wrote is in it. */
export const reasons = {
  absent: 'The text has nothing at the place that would be edited.',
  shared:
    'The place is used by more than one part of the document, through an alias or a merge: an edit would change the other parts too.',
  unclear: 'What is written has no single reading as a value of the type its field has.',
  taken: 'The map has a member with the right key already.',
  conflict: 'Another fix that was asked for changes the same place in another way.',
  layout: 'The place is written in a way that cannot be edited without touching what is around it.',
  mismatch: 'The edited text would not say what it should.',
} as const;

export type EditRefusal = (typeof reasons)[keyof typeof reasons];
