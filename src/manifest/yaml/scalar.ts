import type { Scalar } from '../node.ts';

/** Type and value of a scalar. */
export type Reading = Pick<Scalar, 'type' | 'value'>;

const core = 'tag:yaml.org,2002:';

/** Tags that resolve; any other leaves the text as it stands. */
const resolvable: ReadonlySet<string> = new Set(
  ['str', 'bool', 'int', 'float', 'null', 'timestamp'].map((name) => core + name),
);

const words: ReadonlyMap<string, Reading> = new Map([
  ...listReadings({ type: 'boolean', value: true }, 'y Y yes Yes YES true True TRUE on On ON'),
  ...listReadings({ type: 'boolean', value: false }, 'n N no No NO false False FALSE off Off OFF'),
  ...listReadings({ type: 'null', value: null }, '~ null Null NULL'),
  ...listReadings({ type: 'float', value: Number.NaN }, '.nan .NaN .NAN'),
  ...listReadings({ type: 'float', value: Number.POSITIVE_INFINITY }, '.inf .Inf .INF +.inf +.Inf +.INF'),
  ...listReadings({ type: 'float', value: Number.NEGATIVE_INFINITY }, '-.inf -.Inf -.INF'),
]);

function listReadings(reading: Reading, spellings: string): [string, Reading][] {
  return spellings.split(' ').map((spelling) => [spelling, reading]);
}

/**
 * Reads a scalar as kubectl does: YAML 1.1 booleans and octals, Go's integers, no base 60, no dates.
 *
 * @param tag Full form of the tag, empty without one.
 * @returns The reading, or null when the text is not what the tag says.
 * @see go.yaml.in/yaml/v2 resolve.go, resolve; decode.go, (*decoder).scalar
 */
export function readScalar(text: string, tag: string, isPlain: boolean): Reading | null {
  if (tag === '') return isPlain ? readPlain(text) : { type: 'string', value: text };
  if (tag === `${core}binary`) return readBinary(text);
  if (tag === `${core}str` || !resolvable.has(tag)) return { type: 'string', value: text };
  if (tag === `${core}timestamp`) return timestamp.test(text) ? { type: 'string', value: text } : null;
  const reading = readPlain(text);
  if (tag === `${core}null`) return reading.type === 'null' ? reading : null;
  if (tag === `${core}bool`) return reading.type === 'boolean' ? reading : null;
  if (tag === `${core}int`) return reading.type === 'integer' ? reading : null;
  if (reading.type === 'integer') return { type: 'float', value: reading.value };
  return reading.type === 'float' ? reading : null;
}

const timestamp =
  /^\d{4}-\d{1,2}-\d{1,2}(?:[Tt]\d{1,2}:\d{1,2}:\d{1,2}(?:\.\d+)?(?:Z|[-+]\d{2}:\d{2})| \d{1,2}:\d{1,2}:\d{1,2}(?:\.\d+)?)?$/;

/** Reads a scalar that has neither tag nor quotes. */
export function readPlain(text: string): Reading {
  const first = text.charCodeAt(0);
  if (Number.isNaN(first)) return { type: 'null', value: null };
  const isNumeric = first >= 0x2b && first <= 0x39;
  if (!isNumeric && text.length > 5) return { type: 'string', value: text };
  return words.get(text) ?? (isNumeric ? readNumber(text) : null) ?? { type: 'string', value: text };
}

/** The integers people write: decimal, and small enough for any reader. */
const short = /^(?:0|-?[1-9][0-9]{0,14})$/;
/** A float that starts with its point; Go allows `_` between digits there. */
const pointFirst = /^\.\d+(?:_\d+)*(?:[eE][-+]?\d+(?:_\d+)*)?$/;
const float = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;

function readNumber(text: string): Reading | null {
  if (short.test(text)) return { type: 'integer', value: Number(text) };
  const first = text.charAt(0);
  if (first === ',' || first === '/') return null;
  const digits = text.replaceAll('_', '');
  if (first === '.') return pointFirst.test(text) ? readFloat(digits) : null;
  const integer = readInteger(text);
  if (integer !== null) return { type: 'integer', value: Number(integer) };
  return float.test(digits) ? readFloat(digits) : null;
}

function readFloat(digits: string): Reading | null {
  const value = Number(digits);
  return Number.isFinite(value) ? { type: 'float', value } : null;
}

const integerForm = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|(?:0[oO]|0)([0-7]+)|(0|[1-9][0-9]*))$/;

const lowest = -(2n ** 63n);
const highest = 2n ** 63n - 1n;
const highestUnsigned = 2n ** 64n - 1n;

/**
 * Reads an integer as Go does with base 0: decimal, `0x`, `0b`, `0o` and a leading `0` for octal.
 *
 * @returns The exact value, or null when the text is no integer or needs more than 64 bits.
 */
export function readInteger(text: string): bigint | null {
  const digits = text.replaceAll('_', '');
  // 2^63 has 64 binary digits; longer than that with its prefix cannot fit unless it is padded with zeros.
  const match = digits.length > 128 ? null : integerForm.exec(digits);
  if (match === null) return null;
  const [, sign = '', hex, binary, octal, decimal = ''] = match;
  const size = BigInt(
    hex !== undefined
      ? `0x${hex}`
      : binary !== undefined
        ? `0b${binary}`
        : octal !== undefined
          ? `0o${octal}`
          : decimal,
  );
  const value = sign === '-' ? -size : size;
  if (value < lowest || value > (sign === '' ? highestUnsigned : highest)) return null;
  return value;
}

function readBinary(text: string): Reading | null {
  const packed = text.replace(/[\r\n]/g, '');
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(packed)) return null;
  const bytes = Uint8Array.from(atob(packed), (char) => char.charCodeAt(0));
  return { type: 'string', value: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) };
}

/**
 * What a key is called once it is a key of JSON: numbers in decimal, booleans as `true` and `false`.
 *
 * @returns null for null and for an integer above 2^63, which kubectl refuses as keys.
 * @see sigs.k8s.io/yaml yaml.go, convertToJSONableObject
 */
export function nameKey(key: Scalar): string | null {
  if (key.type === 'string') return key.value;
  if (key.type === 'null') return null;
  if (key.type === 'boolean') return String(key.value);
  if (key.type === 'float') return printFloat32(key.value);
  if (Number.isSafeInteger(key.value)) return String(key.value);
  const exact = readInteger(key.text) ?? 0n;
  return exact > highest ? null : String(exact);
}

/** Prints as Go's `FormatFloat(value, 'g', -1, 32)`: the fewest digits that name the same 32-bit float. */
function printFloat32(value: number): string {
  const single = Math.fround(value);
  if (Number.isNaN(single)) return '.nan';
  if (!Number.isFinite(single)) return single > 0 ? '.inf' : '-.inf';
  let shortest = single;
  for (let precision = 1; precision <= 9; precision += 1) {
    shortest = Number(single.toPrecision(precision));
    if (Math.fround(shortest) === single) break;
  }
  const [digits = '0', exponent = '0'] = shortest.toExponential().split('e');
  const power = Number(exponent);
  if (single === 0 || (power >= -4 && power < 6)) return Object.is(single, -0) ? '-0' : String(shortest);
  return `${digits}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}
