import { buildSchema, parse, type ValidationRule, validate } from 'graphql';

import { sdl } from '../sdl.ts';

const schema = buildSchema(sdl);

/** Lists what one rule has against a query: message and extensions. */
export const refusals = (rule: ValidationRule, query: string) =>
  validate(schema, parse(query), [rule]).map(({ message, extensions }) => ({ message, ...extensions }));

/** `make(0) … make(count - 1)`, one after the other. */
export const repeat = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join(' ');
