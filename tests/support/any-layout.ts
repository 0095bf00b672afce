import fc from 'fast-check';
import { type CreateNodeOptions, type DocumentOptions, stringify, type ToStringOptions } from 'yaml';

/** How an object is written as text. */
type Layout = {
  readonly name: string;
  readonly print: (value: object) => string;
  readonly mayComment: boolean;
};

const block = (options: ToStringOptions & CreateNodeOptions & DocumentOptions) => (value: object) =>
  stringify(value, { lineWidth: 0, aliasDuplicateObjects: false, version: '1.1', ...options });

const layouts: readonly Layout[] = [
  { name: 'block', print: block({}), mayComment: true },
  { name: 'block, lists not indented', print: block({ indentSeq: false }), mayComment: true },
  { name: 'block, wide', print: block({ indent: 4, defaultStringType: 'QUOTE_SINGLE' }), mayComment: true },
  { name: 'flow in one line', print: (value) => `# flow\n${JSON.stringify(value)}\n`, mayComment: false },
  {
    name: 'flow in lines',
    print: (value) => `# flow\n${JSON.stringify(value, null, 2)}\n`,
    mayComment: true,
  },
  { name: 'JSON', print: (value) => JSON.stringify(value, null, 2), mayComment: false },
  { name: 'JSON in one line', print: (value) => `${JSON.stringify(value)}\n`, mayComment: false },
];

const comment = fc.constantFrom('', '', '', 'above', 'behind', 'both');

/**
 * Prints an object as YAML or JSON in some layout: with comments above and behind lines, `yes` for `true`, keys in the wrong
 * case, CR LF, no line break at the end.
 */
export const anyLayout = (value: object): fc.Arbitrary<string> =>
  fc
    .record({
      layout: fc.constantFrom(...layouts),
      comments: fc.array(comment, { minLength: 1, maxLength: 12 }),
      saysYes: fc.boolean(),
      isWrongCase: fc.boolean(),
      hasCrLf: fc.boolean(),
      isEnded: fc.boolean(),
    })
    .map(({ layout, comments, saysYes, isWrongCase, hasCrLf, isEnded }) => {
      let text = layout.print(value);
      if (layout.mayComment) text = sprinkle(text, comments);
      if (saysYes && layout.name.startsWith('block')) text = text.replace(/: true$/m, ': yes');
      if (isWrongCase) text = text.replace(/(hostPID|image|readOnly)\b/, (key) => key.toLowerCase());
      if (!isEnded) text = text.trimEnd();
      return hasCrLf ? text.replaceAll('\n', '\r\n') : text;
    });

function sprinkle(text: string, comments: readonly string[]): string {
  let count = 0;
  const name = () => `# c${++count}.`;
  return text
    .trimEnd()
    .split('\n')
    .map((line, i) => {
      const kind = comments[i % comments.length];
      const above = kind === 'above' || kind === 'both' ? `${/^ */.exec(line)?.[0]}${name()}\n` : '';
      return `${above}${line}${kind === 'behind' || kind === 'both' ? ` ${name()}` : ''}`;
    })
    .concat('')
    .join('\n');
}
