import type { Scalar } from '../../../src/manifest/node.ts';
import { nameKey, readInteger, readPlain, readScalar } from '../../../src/manifest/yaml/scalar.ts';

const words = (text: string) => text.split(' ').map((word) => [word]);

test.each(words('y Y yes Yes YES true True TRUE on On ON'))('%s is true', (text) => {
  expect(readPlain(text)).toEqual({ type: 'boolean', value: true });
});

test.each(words('n N no No NO false False FALSE off Off OFF'))('%s is false', (text) => {
  expect(readPlain(text)).toEqual({ type: 'boolean', value: false });
});

test.each([[''], ...words('~ null Null NULL')])('%j is null', (text) => {
  expect(readPlain(text)).toEqual({ type: 'null', value: null });
});

test.each(
  words(
    'yEs tRue nUll oN 12:30:45 1:20 2026-01-02 2026-01-02T03:04:05Z 1e400 -1e400 0x 0b 0b2 0o8 - + -- +- . .. 1.2.3 _1 ,1 /1 ._5 .5_ .5e3_ 0x1p2 = << a',
  ),
)('%s is a string', (text) => {
  expect(readPlain(text)).toEqual({ type: 'string', value: text });
});

test.each([
  ['0', 0],
  ['-0', -0],
  ['00', 0],
  ['+1', 1],
  ['0644', 420],
  ['-0644', -420],
  ['0o644', 420],
  ['0O644', 420],
  ['0x1F', 31],
  ['-0X1f', -31],
  ['0b11', 3],
  ['0_7', 7],
  ['1__000_', 1000],
  ['9007199254740993', 9007199254740992],
  ['18446744073709551615', 2 ** 64],
  ['-9223372036854775808', -(2 ** 63)],
])('%s is the integer %d', (text, value) => {
  expect(readPlain(text)).toEqual({ type: 'integer', value: value === 0 ? 0 : value });
});

test.each([
  ['08', 8],
  ['1.', 1],
  ['.5', 0.5],
  ['-.5', -0.5],
  ['.5_0', 0.5],
  ['1e3', 1000],
  ['1_0.5', 10.5],
  ['18446744073709551616', 2 ** 64],
  ['-9223372036854775809', -(2 ** 63)],
  ['.inf', Number.POSITIVE_INFINITY],
  ['-.Inf', Number.NEGATIVE_INFINITY],
  ['.NaN', Number.NaN],
])('%s is the float %d', (text, value) => {
  expect(readPlain(text)).toEqual({ type: 'float', value });
});

test.each([
  ['!!str', 'yes', 'string', 'yes'],
  ['!x', '1', 'string', '1'],
  ['!', '1', 'string', '1'],
  ['!!bool', 'yes', 'boolean', true],
  ['!!int', '0x10', 'integer', 16],
  ['!!float', '1', 'float', 1],
  ['!!float', '1.5', 'float', 1.5],
  ['!!null', '~', 'null', null],
  ['!!timestamp', '2026-01-02', 'string', '2026-01-02'],
  ['!!timestamp', '2026-1-2 3:4:5.6', 'string', '2026-1-2 3:4:5.6'],
  ['!!binary', 'aGVs\nbG8=', 'string', 'hello'],
  ['!!binary', '', 'string', ''],
  ['!!set', 'a', 'string', 'a'],
])('%s %j is a %s', (tag, text, type, value) => {
  expect(readScalar(text, tag.replace('!!', 'tag:yaml.org,2002:'), true)).toEqual({ type, value });
});

test.each([
  ['!!bool', 'a'],
  ['!!int', '1.5'],
  ['!!float', 'a'],
  ['!!null', 'a'],
  ['!!timestamp', '1'],
  ['!!binary', 'a'],
  ['!!binary', 'a==='],
])('%s cannot be %s', (tag, text) => {
  expect(readScalar(text, tag.replace('!!', 'tag:yaml.org,2002:'), true)).toBeNull();
});

test('quotes make a string of anything', () => {
  expect(readScalar('yes', '', false)).toEqual({ type: 'string', value: 'yes' });
});

test('an integer keeps all its digits', () => {
  expect(readInteger('9007199254740993')).toBe(9007199254740993n);
  expect(readInteger('18446744073709551616')).toBeNull();
  expect(readInteger('+18446744073709551615')).toBeNull();
  expect(readInteger('1'.repeat(200))).toBeNull();
});

test.each([
  ['a', 'a'],
  ['yes', 'true'],
  ['off', 'false'],
  ['0644', '420'],
  ['-0x10', '-16'],
  ['9007199254740993', '9007199254740993'],
  ['1.0', '1'],
  ['1.5', '1.5'],
  ['1e5', '100000'],
  ['1e6', '1e+06'],
  ['1234567.0', '1.234567e+06'],
  ['123456789.0', '1.2345679e+08'],
  ['0.0001', '0.0001'],
  ['1e-5', '1e-05'],
  ['1.1e100', '.inf'],
  ['-0.0', '-0'],
  ['.inf', '.inf'],
  ['-.inf', '-.inf'],
  ['.nan', '.nan'],
  ['~', null],
  ['18446744073709551615', null],
])('the key %s is called %s', (text, name) => {
  // Type and value come from one reading.
  const key = { ...readPlain(text), text, style: 'plain', start: 0, end: 0 } as Scalar;
  expect(nameKey(key)).toBe(name);
});
