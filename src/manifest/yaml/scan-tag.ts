import { isNameCharacter, isSpace } from './characters.ts';
import { addToken, failScan, peek, type Scanner } from './scanner.ts';

/** Scans `&name` or `*name`. */
export function scanName(scanner: Scanner): void {
  const start = scanner.pos;
  scanner.pos += 1;
  while (isNameCharacter(peek(scanner))) scanner.pos += 1;
  const code = peek(scanner);
  const isEnded = isSpace(code) || '?:,]}%@`'.includes(String.fromCharCode(code));
  if (scanner.pos === start + 1 || !isEnded) failScan(scanner, start, nameDetail);
  const kind = scanner.text.charAt(start) === '&' ? 'anchor' : 'alias';
  addToken(scanner, kind, start, scanner.text.slice(start + 1, scanner.pos));
}

const nameDetail =
  'After `&` or `*` stands a name of letters, digits, `-` and `_`; a value that starts with one of them needs quotes.';

/** Prefixes of the two handles every document has; others need a directive, which kubectl refuses. */
const handles: ReadonlyMap<string, string> = new Map([
  ['!', '!'],
  ['!!', 'tag:yaml.org,2002:'],
]);

const uri = "(?:[-\\w;/?:@&=+$,.!~*'()[\\]]|%[0-9a-fA-F]{2})";
const verbatim = new RegExp(`!<()(${uri}+)>`, 'y');
const shorthand = new RegExp(`(![-\\w]*!|!)(${uri}*)`, 'y');

/** Scans a tag: `!<uri>`, `!suffix`, `!!suffix`, or `!` alone. */
export function scanTag(scanner: Scanner): void {
  const start = scanner.pos;
  const isVerbatim = peek(scanner, 1) === 0x3c;
  const pattern = isVerbatim ? verbatim : shorthand;
  pattern.lastIndex = start;
  const [written = '', handle = '', suffix = ''] = pattern.exec(scanner.text) ?? [];
  scanner.pos = start + written.length;
  const prefix = isVerbatim ? '' : handles.get(handle);
  const isComplete = suffix !== '' || handle === '!';
  if (prefix === undefined || !isComplete || !isSpace(peek(scanner))) {
    failScan(
      scanner,
      start,
      'This tag is not written as YAML wants it, or uses a handle that nothing defines.',
    );
  }
  addToken(scanner, 'tag', start, `${prefix}${suffix}`);
}
