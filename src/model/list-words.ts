/**
 * Lists words in a sentence; past `most` they are cut and counted.
 *
 * @example listWords(['a', 'b', 'c']) // => 'a, b and c'
 * @example listWords(['a', 'b', 'c', 'd', 'e'], 3) // => 'a, b, c and 2 more'
 */
export function listWords(words: readonly string[], most = Number.POSITIVE_INFINITY): string {
  if (words.length > most) return `${words.slice(0, most).join(', ')} and ${words.length - most} more`;
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
