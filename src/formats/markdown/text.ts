import { listWords } from '../../model/list-words.ts';

/** Characters that mean something in Markdown or HTML wherever they stand in a line. */
const special = /[\\`*_{}[\]<>|~#&!$]/g;

/** Makes text that shows as it is anywhere in Markdown, a table cell included: one line, nothing in it is markup. */
export const escapeText = (text: string): string =>
  oneLine(text).replace(special, (character) => `\\${character}`);

/** Makes a code span that shows the text as it is, in a table cell too. */
export function codeSpan(text: string): string {
  const line = oneLine(text).trim().replaceAll('|', '\\|');
  if (line === '') return '` `';
  const fence = '`'.repeat(longestRun(line) + 1);
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
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

// Control characters would break the line, the cell, or a terminal that shows the text.
const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
