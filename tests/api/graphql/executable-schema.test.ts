import { buildExecutableSchema } from '../../../src/api/graphql/executable-schema.ts';
import { sdl } from './sdl.ts';

test.each([
  ['a field', 'sharedWith(', 'sharesWith(', 'The schema has no field PodReport.sharedWith'],
  ['a type with resolvers', 'type Query {', 'type Questions {', 'The schema has no field Query.analyze'],
  ['a value of an enum', 'LEFT_BEHIND', 'LEFT_OVER', 'The schema has no value Verdict.LEFT_BEHIND'],
])('a schema without %s that the resolvers need does not start', (_, from, to, message) => {
  expect(sdl).toContain(from);
  expect(() => buildExecutableSchema(sdl.replaceAll(from, to))).toThrow(message);
});
