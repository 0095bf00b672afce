type State = 'value' | 'first-item' | 'first-key' | 'key' | 'colon' | 'after-member' | 'after-item' | 'end';

/** What may come next in a JSON text, and what is expected after it. `word` is a number, true, false or null. */
const value = { '{': 'first-key', '[': 'first-item', '"': 'after', word: 'after' } as const;
const steps: Readonly<Record<State, Readonly<Record<string, State | 'after'>>>> = {
  value,
  'first-item': { ...value, ']': 'after' },
  'first-key': { '"': 'colon', '}': 'after' },
  key: { '"': 'colon' },
  colon: { ':': 'value' },
  'after-member': { ',': 'key', '}': 'after' },
  'after-item': { ',': 'value', ']': 'after' },
  end: {},
};

/**
 * Finds the token at which a text stops being JSON; its length when it only ends too early.
 * One loop, whatever the nesting: no text overflows the stack here.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8259
 *
 * @example
 * findJsonError('{"a": b}') // => 6
 */
export function findJsonError(text: string, start = 0): number {
  const open: string[] = [];
  let state: State = 'value';
  for (let at = skipSpace(text, start); at < text.length; ) {
    const char = text.charAt(at);
    const token = '{}[]:,"'.includes(char) ? char : 'word';
    const end = endOfToken(text, at, token);
    const next: State | 'after' | undefined = steps[state][token];
    if (end === undefined || next === undefined) return at;

    if (token === '{' || token === '[') open.push(token);
    if (token === '}' || token === ']') open.pop();
    state = next === 'after' ? stateAfterValue(open.at(-1)) : next;
    at = skipSpace(text, end);
  }
  return text.length;
}

function stateAfterValue(bracket: string | undefined): State {
  if (bracket === undefined) return 'end';
  return bracket === '{' ? 'after-member' : 'after-item';
}

function endOfToken(text: string, at: number, token: string): number | undefined {
  if (token === '"') return endOfString(text, at);
  if (token !== 'word') return at + 1;
  word.lastIndex = at;
  return word.test(text) ? word.lastIndex : undefined;
}

const word = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.])/y;

/** Character by character, because a regular expression over a string of a megabyte runs out of stack. */
function endOfString(text: string, start: number): number | undefined {
  for (let at = start + 1; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '"') return at + 1;
    if (char < ' ') return undefined;
    if (char === '\\') {
      escaped.lastIndex = at + 1;
      if (!escaped.test(text)) return undefined;
      at = escaped.lastIndex - 1;
    }
  }
  return undefined;
}

const escaped = /["\\/bfnrt]|u[0-9a-fA-F]{4}/y;

function skipSpace(text: string, start: number): number {
  let at = start;
  while (at < text.length && ' \t\n\r'.includes(text.charAt(at))) at++;
  return at;
}
