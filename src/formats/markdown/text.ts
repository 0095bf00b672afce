/** Characters that mean something in Markdown or HTML wherever they stand in a line. */
const special = /[\\`*_{}[\]<>|~#&!$]/g;

/** Makes text that shows as it is anywhere in Markdown, a table cell included: one line, nothing in it is markup. */
export const escapeText = (text: string): string =>
  oneLine(text).replace(special, (character) => `\\${character}`);

/** Makes a code span that shows the text as it is, in a table cell too. */
export function codeSpan(text: string): string {
  const line = oneLine(text).trim().replaceAll('|', '\\|');
  if (line === '') return '` `';
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** Makes a table. Cells are Markdown already. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

// Control characters would break the line, the cell, or a terminal that shows the text.
const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
