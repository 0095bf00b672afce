import type { Options } from '../../model/options.ts';
import { parseOptions } from '../options.ts';
import { badUserInput } from './bad-user-input.ts';

/**
 * Reads the options of a field.
 *
 * @throws A GraphQLError for an option that fits its type and is still wrong: an entry in `errors`.
 */
export function readOptions(options: object | null | undefined): Options {
  const parsed = parseOptions(options ?? {});
  if (!parsed.ok) throw badUserInput(parsed.problems);
  return parsed.value;
}
