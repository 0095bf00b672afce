import { codeBlock } from '../../../formats/markdown/text.ts';
import type { Told } from './told.ts';

/**
 * Finds room for a text that is of no use in parts, a manifest or a diff: in both forms, else only where a person
 * reads it, else nowhere.
 *
 * @param room - Characters, as JSON counts them.
 */
export function placeBlock(
  name: string,
  language: string,
  block: string,
  room: number,
): Told & { readonly leftOut: Readonly<Record<string, number>> } {
  const cost = JSON.stringify(block).length + FENCE;
  const text = codeBlock(block, language);
  if (cost * 2 <= room) return { text, data: { [name]: block }, leftOut: {} };
  const leftOut = { [name]: block.length };
  if (cost <= room) return { text, data: {}, leftOut };
  return { text: `_The ${name} has ${block.length} characters. Detail "full" has it._`, data: {}, leftOut };
}

/** The fence, and the name in the data. */
const FENCE = 40;
