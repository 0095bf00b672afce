/** Names named in one sentence. */
const MOST = 3;

/**
 * Writes names into a sentence; a long list is cut and counted.
 *
 * @example listNames(['a', 'b', 'c', 'd']) // => 'a, b, c and 1 more'
 */
export const listNames = (names: readonly string[]): string => {
  if (names.length > MOST) return `${names.slice(0, MOST).join(', ')} and ${names.length - MOST} more`;
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
};
