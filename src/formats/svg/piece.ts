import type { Markup } from '../markup.ts';

/** A part of a drawing: how high it is, and how it looks from a given height on. Parts stand below each other. */
export type Piece = { readonly height: number; readonly draw: (y: number) => readonly Markup[] };

/** Puts pieces below each other. */
export function pile(pieces: readonly Piece[], gap = 0): Piece {
  const tops: number[] = [];
  let height = 0;
  for (const piece of pieces) {
    tops.push(height);
    height += piece.height + gap;
  }
  return {
    height: Math.max(0, height - gap),
    draw: (y) => pieces.flatMap((piece, i) => piece.draw(y + (tops[i] ?? 0))),
  };
}
