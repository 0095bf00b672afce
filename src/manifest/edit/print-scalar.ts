import type { Plain } from '../../model/edit.ts';
import type { Scalar } from '../node.ts';
import { readPlain } from '../yaml/scalar.ts';
import type { Layout } from './layout.ts';

/** Strings that need no quotes, in a block or between brackets, for any reader. */
const plain = /^[A-Za-z_./][-A-Za-z0-9_./@]*(?::[-A-Za-z0-9_./@]+)*$/;

/**
 * Writes a scalar in the manner of the one it replaces: in the same quotes, and octal where that was octal.
 *
 * @param before The scalar in whose place it stands; null for a new one.
 */
export function printScalar(value: Plain, before: Scalar | null, { syntax, text }: Layout): string {
  if (syntax === 'json') return JSON.stringify(value);
  if (typeof value === 'number' && before?.style === 'plain' && /^0[0-7]+$/.test(before.text)) {
    return `0${value.toString(8)}`;
  }
  if (typeof value !== 'string') return String(value);
  const quote = before === null ? '' : text.charAt(before.start);
  if (quote === '"') return JSON.stringify(value);
  if (quote === "'" && /^[\x20-\x7e]*$/.test(value)) return `'${value.replaceAll("'", "''")}'`;
  return plain.test(value) && readPlain(value).type === 'string' ? value : JSON.stringify(value);
}
