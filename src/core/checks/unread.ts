import { parentOf } from '../../model/pointer.ts';
import type { Pod } from '../pod.ts';
import { observed } from './observed.ts';

/**
 * Gives a test for fields that are there but hold a value of the wrong type: the reader leaves them out, and a check for
 * what is missing must not take them as missing.
 *
 * @returns True for the pointer of such a field, and for a field of such an item.
 */
export function findUnread({ manifest }: Pod): (pointer: string) => boolean {
  const unread = new Set(observed(manifest, 'wrong-type').map(({ pointer }) => pointer));
  if (unread.size === 0) return () => false;
  return (pointer) => unread.has(pointer) || unread.has(parentOf(pointer));
}
