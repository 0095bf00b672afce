import { listWords } from '../../model/list-words.ts';
import { visible } from '../visible.ts';

/** Characters that mean something in Markdown or HTML wherever they stand in a line. */
const special = /[\\`*_{}[\]<>|~#&!$]/g;

/**
 * Makes text that shows as it is anywhere in Markdown, a table cell included: one line, nothing in it is markup. A word that
 * GitHub would make a link of, or a mention, is shown as code: in code nothing is linked, whatever the reader.
 *
 * @see https://github.github.com/gfm/#autolinks-extension-
 */
export const escapeText = (text: string): string =>
  visible(text).replace(/\S+/g, (word) => (linked.test(word) ? escapeLink(word) : escapeWord(word)));

const escapeWord = (word: string): string => word.replace(special, (character) => `\\${character}`);

const linked = /:\/\/|@|www\./i;

/** Punctuation around the word is the sentence's. */
function escapeLink(word: string): string {
  const [before = ''] = /^[("'“]{0,3}/.exec(word) ?? [];
  const [after = ''] = /[.,:;!?)"'”]{0,3}$/.exec(word.slice(before.length)) ?? [];
  const link = word.slice(before.length, word.length - after.length);
  return `${escapeWord(before)}${link === '' ? '' : codeSpan(link)}${escapeWord(after)}`;
}

/**
 * Makes a code span that shows the text as it is, in a table cell too. Bars stand between spans, escaped: readers of tables
 * do not agree on what a backslash before a bar is inside of one.
 *
 * @example codeSpan('a|b') // => '`a`\\|`b`'
 * @see https://github.github.com/gfm/#example-200
 */
export function codeSpan(text: string): string {
  const line = visible(text).trim();
  return line === '' ? '` `' : line.split('|').map(fenced).join('\\|');
}

function fenced(text: string): string {
  if (text === '') return '';
  const fence = '`'.repeat(longestRun(text) + 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

/** Makes a block of code that shows the text as it is: nothing in it ends the block. */
export function codeBlock(text: string, language = ''): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${text.replace(/\n$/, '')}\n${fence}`;
}

/** Length of the longest run of backticks. Not with Math.max(...): there may be more runs than a call may have arguments. */
const longestRun = (text: string): number =>
  (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);

/** Lists names as code spans: six of them, the others counted. */
export const codeList = (names: readonly string[]): string => listWords(names.map(codeSpan), 6);

/** Makes a table. Cells are Markdown already. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
