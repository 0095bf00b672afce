import { MARGIN } from './columns.ts';
import type { Piece } from './piece.ts';
import { label } from './shapes.ts';

/** A line of text below a drawing. */
export const note = (text: string, x = MARGIN): Piece => ({
  height: 14,
  draw: (y) => [label('muted', x, y + 11, text)],
});

/**
 * Says how many more there are than are drawn.
 *
 * @example notDrawn(3, 'volume') // => '3 more volumes are not drawn.'
 */
export const notDrawn = (count: number, one: string, many = `${one}s`): string =>
  count === 1 ? `1 more ${one} is not drawn.` : `${count} more ${many} are not drawn.`;
