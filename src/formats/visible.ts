/**
 * Makes one line of a text that shows all of it: what is not seen, breaks the line, turns its direction or is no character
 * at all is written as an escape. What is left stands in any terminal, and in XML 1.0.
 *
 * @example visible('a\n\u202Eb') // => 'a\\n\\u202eb'
 * @see https://www.w3.org/TR/xml/#charsets
 */
export const visible = (text: string): string =>
  isPlain(text) ? text : text.replace(unseen, escapeCharacter);

/** Most texts are nothing but printable ASCII, which is known fast. */
const isPlain = (text: string): boolean => /^[ -~]*$/.test(text);

/** Controls, formats (bidirectional overrides among them), line and paragraph separators, lone surrogates, no characters. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\ufffe\uffff]/gu;

function escapeCharacter(character: string): string {
  if (character === '\n') return '\\n';
  if (character === '\t') return '\\t';
  return character.length === 1
    ? `\\u${hex(character.charCodeAt(0))}`
    : `\\u${hex(character.charCodeAt(0))}\\u${hex(character.charCodeAt(1))}`;
}

const hex = (code: number): string => code.toString(16).padStart(4, '0');

/**
 * The columns a visible text takes where every character has the same width: two for those of East Asia and pictures, none
 * for marks that stand on the character before.
 *
 * @see https://www.unicode.org/reports/tr11/
 */
export function widthOf(text: string): number {
  if (isPlain(text)) return text.length;
  let width = 0;
  for (const character of text) width += widthOfCharacter(character);
  return width;
}

function widthOfCharacter(character: string): 0 | 1 | 2 {
  if (character < '\u0300') return 1;
  const known = widths.get(character);
  if (known !== undefined) return known;
  const width = mark.test(character) ? 0 : wide.test(character) ? 2 : 1;
  widths.set(character, width);
  return width;
}

/** To look a character up is faster than to match it, and there are not many. */
const widths = new Map<string, 0 | 1 | 2>();

const mark = /^\p{M}$/u;

/** Emoji, and the blocks of Unicode whose characters are wide. */
const wide =
  /^[\p{Emoji_Presentation}\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{1b2ff}\u{1f200}-\u{1f265}\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]$/u;

/**
 * Cuts a visible text to a width; an ellipsis tells that it was cut.
 *
 * @example clip('shared-logs', 8) // => 'shared-…'
 */
export function clip(text: string, width: number): string {
  let [kept, taken, marks] = ['', 0, 0];
  for (const character of text) {
    const columns = widthOfCharacter(character);
    marks = columns === 0 ? marks + 1 : 0;
    if (taken + columns > width || marks > MOST_MARKS) return `${cut(kept, taken, width)}…`;
    kept += character;
    taken += columns;
  }
  return kept;
}

/** Marks on one character, of which a text could have thousands. */
const MOST_MARKS = 4;

/** Makes room for the ellipsis. */
function cut(kept: string, taken: number, width: number): string {
  const characters = [...kept];
  let left = taken;
  while (left > width - 1 && characters.length > 0) left -= widthOfCharacter(characters.pop() ?? '');
  return characters.join('');
}

/**
 * Cuts the start of a visible text off where it is too wide.
 *
 * @example clipStart('/var/log/nginx', 8) // => '…g/nginx'
 */
export function clipStart(text: string, width: number): string {
  if (widthOf(text) <= width) return clip(text, width);
  const kept: string[] = [];
  let taken = 1;
  for (const character of [...text].reverse()) {
    taken += widthOfCharacter(character);
    if (taken > width) break;
    kept.push(character);
  }
  // A mark that has lost its character would stand on the ellipsis.
  return clip(
    `…${kept
      .reverse()
      .join('')
      .replace(/^\p{M}+/u, '')}`,
    width,
  );
}

/**
 * Cuts a piece out of the middle of a visible text that is too wide.
 *
 * @example clipMiddle('shared-logs', 8) // => 'shar…ogs'
 */
export function clipMiddle(text: string, width: number): string {
  if (widthOf(text) <= width) return clip(text, width);
  const end = Math.ceil(width / 2);
  return `${clip(text, width - end + 1).slice(0, -1)}${clipStart(text, end)}`;
}
