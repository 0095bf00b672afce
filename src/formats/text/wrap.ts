import { widthOf } from '../visible.ts';

/**
 * Breaks a visible text into lines of at most `width` columns: between words, and inside a word that is longer than a line.
 *
 * @returns At least one line. None ends with a space.
 * @example wrap('one two three', 7) // => ['one two', 'three']
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let [line, taken] = ['', 0];
  for (const word of text.split(/ +/).flatMap((long) => breakWord(long, width))) {
    const columns = widthOf(word);
    if (line === '') [line, taken] = [word, columns];
    else if (taken + 1 + columns <= width) [line, taken] = [`${line} ${word}`, taken + 1 + columns];
    else {
      lines.push(line);
      [line, taken] = [word, columns];
    }
  }
  return [...lines, line];
}

/** The pieces of a word, each but the last as wide as it may be. */
function breakWord(word: string, width: number): string[] {
  if (word.length <= width / 2 || widthOf(word) <= width) return [word];
  const pieces: string[] = [];
  let [piece, taken] = ['', 0];
  for (const character of word) {
    const columns = widthOf(character);
    if (taken + columns > width) {
      pieces.push(piece);
      [piece, taken] = ['', 0];
    }
    piece += character;
    taken += columns;
  }
  return [...pieces, piece];
}
