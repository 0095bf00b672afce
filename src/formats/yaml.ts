/**
 * Prints plain data (what JSON can hold) as YAML in block style: every reader takes it the same way, YAML 1.1 and 1.2.
 *
 * By hand because the printer of the YAML package takes four to seven times as long (1 s instead of 0.15 s for a report of
 * 2.8 MB) and would be a third more of what every format but JSON loads. Manifests, which are small and have comments, are
 * printed by that package: see `manifest.ts`.
 *
 * @example renderYaml({ a: [{ b: 'yes', c: 1 }], d: [] }) // => 'a:\n  - b: "yes"\n    c: 1\nd: []\n'
 */
export const renderYaml = (value: unknown): string => `${print(value, '')}\n`.replace(/^\n/, '');

/** The text of a value that stands after `key:` or `-`: on the same line, or from the next one on. */
function print(value: unknown, indent: string): string {
  if (Array.isArray(value)) {
    return value.length === 0
      ? '[]'
      : value.map((item) => `\n${indent}- ${inline(item, `${indent}  `)}`).join('');
  }
  if (typeof value !== 'object' || value === null) return scalar(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return members.length === 0
    ? '{}'
    : members.map(([key, member]) => `\n${indent}${scalar(key)}:${after(member, indent)}`).join('');
}

/** A list or map in a list begins on the line of its dash. */
const inline = (item: unknown, indent: string): string => print(item, indent).replace(/^\n */, '');

function after(member: unknown, indent: string): string {
  const text = print(member, `${indent}  `);
  return text.startsWith('\n') ? text : ` ${text}`;
}

const scalar = (value: unknown): string =>
  typeof value === 'string' && isPlain(value)
    ? value
    : JSON.stringify(value).replace(unprintable, escapeCharacter);

/** Characters that JSON leaves as they are and YAML does not allow, or takes for a line break. */
const unprintable = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

const escapeCharacter = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Says whether a text without quotes is a string to every reader: it begins with a letter or `/` and is no keyword. */
const isPlain = (text: string): boolean =>
  /^[A-Za-z/](?:[\w ./@()+,;'-]|:(?=[^\s]))*$/.test(text) && !text.endsWith(' ') && !keyword.test(text);

const keyword = /^(?:y|n|yes|no|on|off|true|false|null)$/i;
