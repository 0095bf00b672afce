/** Makes small manifests that mix what is tricky in YAML. The same seed makes the same texts. */
export function makeTexts(count: number, seed: number, nameOf: (index: number) => string): string[] {
  return Array.from({ length: count }, (_, index) => {
    const dice = makeDice(seed * 1_000_003 + index);
    return makeText(dice, nameOf(index));
  });
}

/** Random choices from a seed (mulberry32). */
type Dice = {
  readonly below: (limit: number) => number;
  readonly chance: (share: number) => boolean;
  readonly pick: <T>(choices: readonly [T, ...T[]]) => T;
  /** How often this text takes what mostly ends a document. */
  wild: number;
};

function makeDice(seed: number): Dice {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    chance: (share) => next() < share,
    pick: (choices) => choices[below(choices.length)] ?? choices[0],
    wild: 0,
  };
}

const words = (text: string) => text.split(' ') as [string, ...string[]];

/** Scalars, keys and tags that go through, and those that mostly end a document. */
const plain = words(
  'a b-c yes no on off y n Y N True FALSE tRue ~ null Null nUll 0 1 -1 +1 007 0644 0o17 0O17 0x1F 0X1f 0b11 -0b11 08 0_7 1_000 1__0 1_ _1 1,000 12:30:45 1:20 1e3 1E3 1.0 .5 -.5 5. 1e400 +.5e1 .5_0 0x 0b 0o -- -a 2026-01-02 2026-01-02T03:04:05Z 9007199254740993 18446744073709551615 123456789012345678901234567890 -9223372036854775809 = < << <<x a#b a:b :a ?a a,b http://x/y:8080 é 😀 "" \'\' 1e6 -0 -0.0 +0x1F 1e-7 0.1e22',
);
const hostilePlain = words('.inf .nan - --- ,a [ ] { } & * ! | > % @ ` #c a: ? : ...');
const quoted: [string, ...string[]] = [
  '"a"',
  "'it''s'",
  '"\\n\\t\\x41\\u00e9\\U0001F600"',
  '"a\\\n        b"',
  '"a\n\n        b  \n        c"',
  "'a\n         b\n\n        c '",
  '"yes"',
  "'0644'",
  '"a" ',
  '"a"#c',
  '"\ta\t"',
  '"\\\t"',
  "'a\n        \tb'",
  '"<<"',
  "'---'",
  '"a\\\n        \\  b"',
];
const hostileQuoted: [string, ...string[]] = [
  '"\\/"',
  '"\\ud83d\\ude00"',
  '"\\q"',
  '"a" b',
  '"\\x4"',
  '"a',
  "'a'b",
  '"\n---\n"',
  '"\\U00110000"',
];
const tags = words('! !!str !!set !!map !!seq !x !<tag:yaml.org,2002:str> !<x>');
const hostileTags = words('!!int !!float !!bool !!null !!binary !!timestamp !a!b !!merge !<x !! !x{');
const keys = words(
  'a b c yes n 1 0644 1.5 1e6 "a" \'b\' "" .inf true é a-b __proto__ 😀 2026-01-02 0x10 a:b constructor 1234567.0 1e-5 -0.0',
);
const hostileKeys = words('~ null ? {a:1} [a] ! *x 18446744073709551615 "x y" &k');

function makeText(dice: Dice, name: string): string {
  dice.wild = dice.chance(0.6) ? 0.01 : 0.2;
  const count = dice.chance(0.15) ? 2 : 1;
  const docs = Array.from({ length: count }, () => makeDocument(dice, name));
  let text = docs.join(
    dice.chance(dice.wild)
      ? dice.pick(['--- x\n', '----\n', ' ---\n'])
      : dice.pick([
          '---\n',
          '--- # c\n',
          '---   \n',
          '...\n---\n',
          '---\n---\n',
          '\n---\n#\n---\n',
          '--- #\n',
        ]),
  );
  if (dice.chance(0.1))
    text =
      choose(
        dice,
        ['---\n', '# c\n', '\n\n', '\ufeff', '# c\n---\n', '\r\n', ' \n'],
        ['%YAML 1.1\n---\n', '%TAG ! x\n---\n', ' ', '\t\n', '...\n', '%FOO\n'],
      ) + text;
  if (dice.chance(0.1))
    text += choose(
      dice,
      ['...\n', '---\n', '...\nx: [\n', '# end', '%YAML 1.2\n', ' \n', '--- '],
      ['\t', '\u0000', '}', 'x', '\ufeff', '%FOO\n', '%YAML x\n', '... x\n'],
    );
  if (dice.chance(dice.wild * 2)) text = mutate(dice, text);
  if (dice.chance(0.08)) text = text.replaceAll('\n', dice.pick(['\r\n', '\r', '\n\n', '\r\r\n', '\u2028']));
  if (dice.chance(0.1)) text = text.trimEnd();
  // A change may have cut a pair of surrogates; a file cannot hold half of one.
  return Buffer.from(text).toString();
}

/** Takes a choice that goes through, or now and then one that does not. */
function choose(
  dice: Dice,
  tame: readonly [string, ...string[]],
  hostile: readonly [string, ...string[]],
): string {
  return dice.pick(dice.chance(dice.wild) ? hostile : tame);
}

function makeDocument(dice: Dice, name: string): string {
  if (dice.chance(0.08)) return makeJson(dice, name);
  if (dice.chance(0.06)) {
    const entries = makeFlow(dice, () => `${makeKey(dice)}: ${makeInline(dice, 2)}`);
    return `# flow\n{apiVersion: v1, kind: Pod, metadata: {name: ${name}}, spec: {${entries}}}${dice.pick(['\n', ' # c\n', '\n...\n', ' \n\n', ' x\n', '\nx: [\n'])}`;
  }
  return `apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${name}\nspec:\n${makeMap(dice, 2, 3)}`;
}

function makeJson(dice: Dice, name: string): string {
  const value = dice.pick([
    '1',
    '1.0',
    '1e3',
    '-0',
    '"\\ud83d\\ude00"',
    '"\\ud800"',
    'yes',
    '[1,]',
    '{"a":1,"a":2}',
    '"\t"',
    "'a'",
    '01',
    'null',
    '[{"a":[]}]',
    '1e400',
    '"\\/"',
    '{"__proto__":1}',
    'true # c',
  ]);
  return `{"apiVersion":"v1","kind":"Pod","metadata":{"name":"${name}"},"spec":{"v":${value}}}${dice.pick(['', '\n', ' {}', ' x'])}`;
}

function indent(dice: Dice, width: number): string {
  return dice.chance(dice.wild / 10)
    ? '\t'
    : ' '.repeat(dice.chance(dice.wild / 5) ? Math.max(0, width + dice.below(3) - 1) : width);
}

function makeMap(dice: Dice, width: number, depth: number): string {
  const pairs = Array.from({ length: 1 + dice.below(4) }, () => makePair(dice, width, depth));
  return pairs.join('');
}

function makePair(dice: Dice, width: number, depth: number): string {
  const before = dice.chance(0.05) ? dice.pick(['# c\n', '\n', '  # c\n', ' \n', '\t\n']) : '';
  const key = dice.chance(0.06) ? '<<' : makeKey(dice);
  const start = `${before}${indent(dice, width)}${dice.chance(0.05) ? `? ${key}\n${indent(dice, width)}` : key}:`;
  const roll = dice.below(20);
  if (depth > 0 && roll < 4) return `${start}${makeProperties(dice)}\n${makeMap(dice, width + 2, depth - 1)}`;
  if (depth > 0 && roll < 7)
    return `${start}${makeProperties(dice)}\n${makeList(dice, width + dice.below(2) * 2, depth - 1)}`;
  if (roll < 9) return `${start} ${makeBlock(dice, width)}`;
  return `${start}${dice.chance(dice.wild / 2) ? '' : dice.pick([' ', ' ', '  ', '\t'])}${makeInline(dice, depth)}${makeEnd(dice)}`;
}

function makeKey(dice: Dice): string {
  const key = dice.chance(0.7) ? dice.pick(['a', 'b', 'c', 'd', 'x', 'y']) : choose(dice, keys, hostileKeys);
  return dice.chance(0.05) ? `${makeProperties(dice).trim()} ${key}` : key;
}

function makeProperties(dice: Dice): string {
  const anchor = dice.chance(0.25) ? ` &${dice.pick(['x', 'y', 'z'])}` : '';
  const tag = dice.chance(0.05) ? ` ${choose(dice, tags, hostileTags)}` : '';
  return dice.chance(0.5) ? anchor + tag : tag + anchor;
}

function makeEnd(dice: Dice): string {
  return dice.pick(['\n', '\n', '\n', '\n', ' # c\n', '#c\n', ' \n', '\t\n', '\n\n']);
}

function makeList(dice: Dice, width: number, depth: number): string {
  return Array.from({ length: 1 + dice.below(3) }, () => {
    const start = `${indent(dice, width)}-${dice.chance(dice.wild / 5) ? dice.pick(['\t', '\n', '']) : dice.pick([' ', ' ', '  '])}`;
    if (depth > 0 && dice.chance(0.3))
      return `${start}${makePair(dice, width + 2, depth - 1).trimStart()}${dice.chance(0.5) ? makePair(dice, width + 2, depth - 1) : ''}`;
    if (dice.chance(0.08)) return `${start}${makeBlock(dice, width)}`;
    return `${start}${makeInline(dice, depth)}${makeEnd(dice)}`;
  }).join('');
}

function makeInline(dice: Dice, depth: number): string {
  const properties = makeProperties(dice).trim();
  const value = makeValue(dice, depth);
  return properties === '' ? value : `${properties} ${value}`;
}

function makeValue(dice: Dice, depth: number): string {
  const roll = dice.below(20);
  if (roll < 2 && dice.chance(0.3 + dice.wild)) return `*${dice.pick(['x', 'y', 'z'])}`;
  if (roll < 5) return choose(dice, quoted, hostileQuoted);
  if (roll < 6)
    return `${dice.pick(['a', 'b'])}${dice.pick([' b', '\n          b', '\n\n          b', '\n          b #c\n', ' -', '\n          \tb', ' : b', '\n b', '\n\tb', ': b', '\n      b: c'])}`;
  if (depth > 0 && roll < 8) return `[${makeFlow(dice, () => makeInline(dice, depth - 1))}]`;
  if (depth > 0 && roll < 10)
    return `{${makeFlow(dice, () => `${dice.chance(0.1) ? '<<' : makeKey(dice)}${dice.pick([': ', ': ', ': ', ' : ', ' :\t', ':'])}${makeInline(dice, depth - 1)}`)}}`;
  return choose(dice, plain, hostilePlain);
}

function makeFlow(dice: Dice, makeEntry: () => string): string {
  const entries = Array.from({ length: dice.below(4) }, makeEntry);
  const space = dice.pick(['', ' ', ' ', '\n          ', '\n\t ', ' # c\n  ', '\n']);
  return space + entries.join(`,${space}`) + dice.pick(['', '', dice.chance(dice.wild) ? ',,' : ',']);
}

function makeBlock(dice: Dice, width: number): string {
  const header = dice.chance(dice.wild)
    ? dice.pick(['|0', '|x', '>1-', '|9', '>-#'])
    : dice.pick(['|', '>', '|-', '>-', '|+', '>+', '|2', '|-2', '| # c', '>+ ']);
  const lines = Array.from({ length: dice.below(5) }, () => {
    const line = dice.pick([
      'a',
      'b c',
      '  d',
      '',
      ' ',
      '# no comment',
      '\te',
      'a: b',
      '- x',
      '---',
      '...',
      '%x',
      'é',
      'f\t ',
      '"',
    ]);
    return `${' '.repeat(dice.chance(dice.wild / 2) ? width : width + 2 + dice.below(2))}${line}\n`;
  });
  return `${header}\n${dice.chance(0.1) ? '\n' : ''}${lines.join('')}${dice.chance(dice.wild / 4) ? '---\n' : ''}`;
}

/** Changes a character or a line. */
function mutate(dice: Dice, text: string): string {
  const at = text.indexOf('spec') + dice.below(Math.max(1, text.length - text.indexOf('spec')));
  const insert = dice.pick([
    ' ',
    '\t',
    '\n',
    ':',
    ': ',
    '-',
    '- ',
    '?',
    '? ',
    ',',
    '[',
    ']',
    '{',
    '}',
    '#',
    ' #',
    '&x ',
    '*x',
    '!',
    '|',
    '>',
    '"',
    "'",
    '%',
    '@',
    '\\',
    '\u0001',
    '\u007f',
    '\u0085',
    '\u2028',
    '\ufeff',
    '\u00a0',
    '\r',
    '...\n',
    '---\n',
    '<<: ',
    '\n\n',
    '~',
    '0',
  ]);
  switch (dice.below(4)) {
    case 0:
      return text.slice(0, at) + insert + text.slice(at);
    case 1:
      return text.slice(0, at) + text.slice(at + 1 + dice.below(2));
    case 2: {
      const lines = text.split('\n');
      const line = lines[4 + dice.below(Math.max(1, lines.length - 4))] ?? '';
      lines.splice(5 + dice.below(Math.max(1, lines.length - 4)), 0, line);
      return lines.join('\n');
    }
    default:
      return text.slice(0, at) + insert + text.slice(at + 1);
  }
}
