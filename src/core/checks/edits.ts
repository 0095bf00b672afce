import type { Edit, Plain } from '../../model/edit.ts';
import type { Fix } from './check.ts';

/** Fixes a finding by removing what it points at. */
export const removeFound: Fix['edits'] = (_, { pointer }) => [{ op: 'remove', pointer }];

/** Writes another value in the place of one; nothing where there is none to write. */
export const replaceBy = (pointer: string, value: Plain | undefined): readonly Edit[] =>
  value === undefined ? [] : [{ op: 'replace', pointer, value }];
