/** Characters of a name in a short answer: what is longer is no name to Kubernetes. */
export const LONGEST_NAME = 253;

/** Characters of one message or reason: only hostile names make one longer. */
export const LONGEST_REASON = 700;

/** Characters of a paragraph about a whole Pod or manifest. */
export const LONGEST_SUMMARY = 1_000;

/**
 * Cuts a text and says how much of it is missing.
 *
 * @example clip('abcdef', 4) // => 'abcd… (2 more characters)'
 */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  // Not between the halves of one character.
  const end = /[\ud800-\udbff]/.test(text.charAt(most - 1)) ? most - 1 : most;
  return `${text.slice(0, end)}… (${text.length - end} more characters)`;
}
