import {
  buildSchema,
  type GraphQLOutputType,
  getNamedType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
} from 'graphql';

import { toEnumName } from '../../../src/api/graphql/enums.ts';
import { sdl } from './sdl.ts';

const schema = buildSchema(sdl);

/** Finds a type of the schema. */
export function typeNamed(name: string): GraphQLOutputType {
  const type = schema.getType(name);
  if (!isObjectType(type) && !isUnionType(type)) throw new Error(`no type ${name}`);
  return type;
}

/** Writes a selection of everything a type has, but for what needs an argument: `{ a b { c } }`. */
export function selectAll(type: GraphQLOutputType): string {
  const named = getNamedType(type);
  if (isUnionType(named)) {
    return `{ __typename ${named
      .getTypes()
      .map((one) => `... on ${one.name} ${selectAll(one)}`)
      .join(' ')} }`;
  }
  if (!isObjectType(named)) return '';
  const fields = Object.values(named.getFields()).filter(({ args }) => !args.some(isRequiredArgument));
  return `{ ${fields.map((field) => `${field.name} ${selectAll(field.type)}`).join(' ')} }`;
}

/**
 * What the graph must answer for a value of the report: words in capitals, nothing else changed, and null for what is
 * absent.
 */
export function inGraph(value: unknown, type: GraphQLOutputType): unknown {
  if (isNonNullType(type)) return inGraph(value, type.ofType);
  if (value === undefined || value === null) return null;
  if (isListType(type) && Array.isArray(value)) return value.map((item) => inGraph(item, type.ofType));
  if (isEnumType(type)) return toEnumName(String(value));
  if (!isObjectType(type)) return value;
  const fields = Object.values(type.getFields()).filter(({ args }) => !args.some(isRequiredArgument));
  return Object.fromEntries(
    fields.map(({ name, type: inner }) => [name, inGraph(Object(value)[name], inner)]),
  );
}
