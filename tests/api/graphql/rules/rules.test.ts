import { getIntrospectionQuery, type ValidationRule } from 'graphql';

import { type QueryLimitName, queryLimits } from '../../../../src/api/graphql/limits.ts';
import { aliases } from '../../../../src/api/graphql/rules/aliases.ts';
import { analyses } from '../../../../src/api/graphql/rules/analyses.ts';
import { depth } from '../../../../src/api/graphql/rules/depth.ts';
import { directives } from '../../../../src/api/graphql/rules/directives.ts';
import { rules } from '../../../../src/api/graphql/rules/index.ts';
import { rootFields } from '../../../../src/api/graphql/rules/root-fields.ts';
import { startCpuTimer } from '../../../support/cpu-time.cjs';
import { refusals, repeat } from './validate.ts';

type Row = {
  readonly limit: QueryLimitName;
  readonly rule: ValidationRule;
  readonly subject: string;
  /** Queries that weigh so much, and nothing else past a limit. */
  readonly ways: Readonly<Record<string, (weight: number) => string>>;
};

const rows: readonly Row[] = [
  {
    limit: 'depth',
    rule: depth,
    subject: 'fields inside each other',
    ways: {
      'written out': (weight) => `{ ${'a { '.repeat(weight - 1)} b ${'} '.repeat(weight)}`,
      'through fragments': (weight) =>
        `{ a { ...f2 } } ${repeat(weight - 2, (i) => `fragment f${i + 2} on Query { a { ${i === weight - 3 ? 'b' : `...f${i + 3}`} } }`)}`,
      'in the second operation': (weight) =>
        `query A { a } query B { ${'a { '.repeat(weight - 1)} b ${'} '.repeat(weight)}`,
    },
  },
  {
    limit: 'rootFields',
    rule: rootFields,
    subject: 'fields of the root',
    ways: {
      'side by side': (weight) => `{ ${repeat(weight, (i) => `a${i} { b c d e f g }`)} }`,
      'through fragments': (weight) =>
        `{ ...f ... { a } } fragment f on Query { ${repeat(weight - 1, (i) => `a${i}`)} }`,
      'one field again and again': (weight) => `{ ${'a '.repeat(weight)} }`,
    },
  },
  {
    limit: 'analyses',
    rule: analyses,
    subject: 'analyses: compare and fix are two each',
    ways: {
      'under aliases': (weight) =>
        `{ ${repeat(weight, (i) => `a${i}: analyze(manifest: "") { a }`)} checks { id } }`,
      'through fragments': (weight) =>
        `{ ...f ...f a: analyze b: generate } fragment f on Query { ${repeat((weight - 2) / 2, (i) => `a${i}: analyze`)} }`,
      'two at a time': (weight) =>
        `{ ${repeat(weight / 2, (i) => (i % 2 ? 'compare { a }' : 'fix { a }'))} }`,
    },
  },
  {
    limit: 'aliases',
    rule: aliases,
    subject: 'aliases, each counted wherever its fragment is spread',
    ways: {
      'side by side': (weight) => `{ ${repeat(weight, (i) => `a${i}: b`)} }`,
      'inside each other': (weight) => `{ ${'a: b { '.repeat(weight)} c ${'} '.repeat(weight)} }`,
      'through fragments': (weight) =>
        `{ ${repeat(weight - 1, () => 'a { ...f }')} x: y } fragment f on Query { a: b }`,
    },
  },
  {
    limit: 'directives',
    rule: directives,
    subject: 'directives',
    ways: {
      'on fields': (weight) => `{ ${repeat(weight, () => 'a @skip(if: false)')} }`,
      'on one field': (weight) => `{ a ${'@x '.repeat(weight)} }`,
      'on fragments': (weight) => `{ ${repeat(weight - 1, () => '...f @x')} } fragment f on Query @x { a }`,
    },
  },
];

const cases = rows.flatMap(({ ways, ...row }) =>
  Object.entries(ways).map(([way, query]) => ({ ...row, way, query })),
);

describe.each(cases)('$limit, $way', ({ limit, rule, subject, query }) => {
  const maximum = queryLimits[limit];

  test('as many as the limit pass', () => {
    expect(refusals(rule, query(maximum))).toStrictEqual([]);
  });

  test('more are refused, and the limit is named', () => {
    // Two more, because some ways to write it come in twos.
    expect(refusals(rule, query(maximum + 2))).toStrictEqual([
      { message: `A query may have at most ${maximum} ${subject}.`, code: 'QUERY_TOO_LARGE', limit, maximum },
    ]);
  });
});

test('weighing is linear in the query where the weight is exponential', () => {
  const fragments = repeat(60, (i) => `fragment f${i} on Query { a { ...f${i + 1} } x: a { ...f${i + 1} } }`);
  const spent = startCpuTimer();
  expect(refusals(aliases, `{ ...f0 } ${fragments} fragment f60 on Query { a }`)).toHaveLength(1);
  expect(spent()).toBeLessThan(1_000);
});

test('a fragment that spreads itself, or one that is not there, ends the count', () => {
  for (const rule of rules) {
    expect(
      refusals(rule, '{ ...f ...none } fragment f on Query { a { ...g } } fragment g on Query { ...f }'),
    ).toStrictEqual([]);
  }
});

test('the query by which editors learn the schema keeps every rule', () => {
  const query = getIntrospectionQuery({
    descriptions: true,
    specifiedByUrl: true,
    inputValueDeprecation: true,
  });
  for (const rule of rules) expect(refusals(rule, query)).toStrictEqual([]);
});
