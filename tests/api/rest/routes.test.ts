import { readFileSync } from 'node:fs';

import { parse } from 'yaml';

import { routes } from '../../../src/api/rest/routes.ts';

const config = parse(readFileSync('serverless.yml', 'utf8'));
const functions: Record<string, { handler: string; package: object; events: { httpApi: string }[] }> =
  config.functions;

test('serverless.yml gives each route to its function, and what is left to `reference`', () => {
  const configured = Object.entries(functions).flatMap(([name, { events }]) =>
    events.map(({ httpApi }) => ({ key: httpApi, function: name })),
  );
  const wanted = [
    ...routes.map(({ key, function: name }) => ({ key, function: name })),
    { key: '*', function: 'reference' },
  ];
  expect(configured.sort(byKey)).toEqual(wanted.sort(byKey));
});

const byKey = (a: { key: string }, b: { key: string }) => a.key.localeCompare(b.key);

/** What is loaded on demand, by the function that loads it. */
const beside: Readonly<Record<string, readonly string[]>> = {
  rest: ['dist/formats.cjs', 'dist/edits.cjs'],
};

test.each(Object.entries(functions))(
  '%s is packaged with what it loads',
  (name, { handler, package: packaged }) => {
    expect({ handler, packaged }).toEqual({
      handler: `dist/${name}.handler`,
      packaged: { patterns: [`dist/${name}.cjs`, ...(beside[name] ?? [])] },
    });
  },
);

test('no route stands twice', () => {
  expect(new Set(routes.map(({ key }) => key)).size).toBe(routes.length);
});
