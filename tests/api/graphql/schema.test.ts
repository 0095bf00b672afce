import {
  buildSchema,
  type GraphQLNamedType,
  type GraphQLOutputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
  validateSchema,
} from 'graphql';
import * as z from 'zod';

import { enums, vocabulary } from '../../../src/api/graphql/enums.ts';
import * as compare from '../../../src/model/compare.ts';
import * as fix from '../../../src/model/fix.ts';
import * as generate from '../../../src/model/generate.ts';
import * as report from '../../../src/model/report.ts';
import { sdl } from './sdl.ts';

const schema = buildSchema(sdl);
const types: readonly GraphQLNamedType[] = Object.values(schema.getTypeMap()).filter(
  (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type),
);

test('the schema is valid: the server takes that for granted', () => {
  // Building it has judged the SDL itself.
  expect(validateSchema(schema)).toStrictEqual([]);
});

describe('descriptions', () => {
  type Described = { readonly place: string; readonly description: string | null | undefined };

  const described = types.flatMap((type): Described[] => {
    const self = { place: type.name, description: type.description };
    if (isEnumType(type)) return [self, ...type.getValues().map(within(type.name))];
    if (!isObjectType(type) && !isInputObjectType(type)) return [self];
    const fields = Object.values(type.getFields());
    return [
      self,
      ...fields.map(within(type.name)),
      ...fields.flatMap((field) =>
        'args' in field ? field.args.map(within(`${type.name}.${field.name}`)) : [],
      ),
    ];
  });

  function within(parent: string) {
    return ({ name, description }: { name: string; description?: string | null | undefined }): Described => ({
      place: `${parent}.${name}`,
      description,
    });
  }

  test('stand on every type, field, argument and enum value, as sentences', () => {
    const places = described.map(({ place }) => place);
    expect(places).toEqual(
      expect.arrayContaining(['Query.analyze.manifest', 'Scope.NODE', 'AnalyzeOptions.detail']),
    );
    expect(described.filter(({ description }) => !/^[A-Zac`].*[.…]$/s.test(description ?? ''))).toStrictEqual(
      [],
    );
  });
});

test('every enum of the schema has the values that its words come to, in their order, and no other', () => {
  const inSchema = types
    .filter(isEnumType)
    .map((type) => [type.name, type.getValues().map(({ name }) => name)]);
  const fromWords = Object.entries(enums).map(([name, values]) => [name, Object.keys(values)]);
  expect(new Map(inSchema as [string, string[]][])).toStrictEqual(new Map(fromWords as [string, string[]][]));
});

describe('what is answered', () => {
  /** What the graph adds: answers that depend on an argument. */
  const added = ['PodReport.pair', 'PodReport.sharedWith'];
  const seen = new Set<string>();

  test.each([
    ['Analysis', report.AnalysisSchema],
    ['Comparison', compare.ComparisonSchema],
    ['Generated', generate.GeneratedSchema],
    ['Repair', fix.RepairSchema],
  ])('%s is the same in the schema as in the model: fields, nullability, words', (name, shape) => {
    const type = schema.getType(name);
    if (!isObjectType(type)) throw new Error(`there is no type ${name}`);
    expect(differences(shape, type, name)).toStrictEqual([]);
  });

  test('was compared whole', () => {
    const answered = [...Object.values(report), ...Object.values(compare), ...Object.values(fix)];
    const ids = answered.flatMap((value) =>
      value instanceof z.ZodType ? (z.globalRegistry.get(value)?.id ?? []) : [],
    );
    expect(ids).toEqual(expect.arrayContaining(['CrossPodSharing', 'Change', 'PatchOperation']));
    expect([...seen].sort()).toEqual(expect.arrayContaining(ids.sort()));
  });

  /** Lists where a shape of the model and a type of the schema say different things. `type` is never a NonNull. */
  function differences(shape: z.core.$ZodType, type: GraphQLOutputType, place: string): string[] {
    if (shape instanceof z.ZodArray) {
      return isListType(type) ? nullable(shape.element, type.ofType, `${place}[]`) : [`${place}: no list`];
    }
    if (shape instanceof z.ZodObject)
      return isObjectType(type) ? fields(shape, type, place) : [`${place}: no object`];
    if (shape instanceof z.ZodDiscriminatedUnion)
      return isObjectType(type) ? fields(joined(shape), type, place) : [`${place}: no object`];
    const name = scalarOf(shape);
    return String(type) === name ? [] : [`${place}: ${name} in the model, ${type} in the schema`];
  }

  /** One object with the members of all options: one that is not in all of them may be absent. The graph joins them so. */
  function joined(union: z.ZodDiscriminatedUnion): z.ZodObject {
    const options = union.options.filter((option) => option instanceof z.ZodObject);
    const names = new Set(options.flatMap(({ shape }) => Object.keys(shape)));
    const members = [...names].map((name) => {
      const own = options.flatMap(({ shape }) => shape[name] ?? []);
      const [first = z.never()] = own;
      return [name, own.length === options.length ? first : z.optional(first)] as const;
    });
    return z.object(Object.fromEntries(members)).register(z.globalRegistry, { id: idOf(union) });
  }

  const idOf = (shape: z.core.$ZodType): string => z.globalRegistry.get(shape)?.id ?? '';

  function nullable(shape: z.core.$ZodType, type: GraphQLOutputType, place: string): string[] {
    let [inner, isNullable] = [shape, false];
    while (inner instanceof z.ZodOptional || inner instanceof z.ZodNullable)
      [inner, isNullable] = [inner.unwrap(), true];
    if (isNullable === isNonNullType(type)) return [`${place}: nullable in one, not in the other`];
    return differences(inner, isNonNullType(type) ? type.ofType : type, place);
  }

  function fields(
    shape: z.ZodObject,
    type: ReturnType<typeof schema.getQueryType> & object,
    place: string,
  ): string[] {
    const id = z.globalRegistry.get(shape)?.id;
    if (id !== undefined && id !== type.name)
      return [`${place}: ${id} in the model, ${type.name} in the schema`];
    if (seen.has(type.name)) return [];
    seen.add(type.name);
    const fieldsOfType = type.getFields();
    const unknown = Object.keys(fieldsOfType).filter(
      (name) => !Object.hasOwn(shape.shape, name) && !added.includes(`${type.name}.${name}`),
    );
    return [
      ...unknown.map((name) => `${type.name}.${name}: not in the model`),
      ...Object.entries(shape.shape).flatMap(([name, member]) => {
        const field = fieldsOfType[name];
        return field
          ? nullable(member, field.type, `${type.name}.${name}`)
          : [`${type.name}.${name}: not in the schema`];
      }),
    ];
  }

  function scalarOf(shape: z.core.$ZodType): string {
    if (shape instanceof z.ZodEnum) {
      const words = JSON.stringify(shape.options);
      const known = Object.entries(vocabulary).find(([, list]) => JSON.stringify(list) === words);
      // Paths and version numbers have no name in capitals: they stay texts.
      return (
        known?.[0] ?? (shape.options.some((word) => /^[/\d]/.test(String(word))) ? 'String' : `enum ${words}`)
      );
    }
    if (shape instanceof z.ZodBoolean) return 'Boolean';
    if (shape instanceof z.ZodUnknown) return 'JSON';
    if (shape instanceof z.ZodNumber) return shape.isInt ? 'Int' : 'Float';
    return shape instanceof z.ZodString || shape instanceof z.ZodURL || shape instanceof z.ZodLiteral
      ? 'String'
      : 'unknown';
  }
});
