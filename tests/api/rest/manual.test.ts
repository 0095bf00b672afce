import { readFileSync } from 'node:fs';

import { localBase, placeAt } from '../../../src/api/rest/base.ts';
import { commands } from '../../../src/api/rest/manual/commands.ts';
import { html, join } from '../../../src/api/rest/manual/html.ts';
import { listBounds, renderType } from '../../../src/api/rest/manual/schema.ts';
import { routes } from '../../../src/api/rest/routes.ts';
import { checks } from '../../../src/core/checks/index.ts';
import { examples } from '../../../src/core/examples/index.ts';
import { namespaces } from '../../../src/core/namespaces/index.ts';

/** The texts as they are committed; tests/schema.test.ts holds them to what makes them. */
const read = (name: string) => readFileSync(`schema/${name}`, 'utf8').replace(/^.*\n/, '');
const page = read('docs.html');

describe('HTML', () => {
  test.each([
    ['text', html`<b>${'<i>&"\''}</b>`, '<b>&lt;i&gt;&amp;&quot;&#39;</b>'],
    ['an attribute', html`<b id="${'" onclick="x'}">a</b>`, '<b id="&quot; onclick=&quot;x">a</b>'],
    ['a number', html`${1}`, '1'],
    ['HTML', html`${html`<b>${'<'}</b>`}`, '<b>&lt;</b>'],
    ['a list', html`${[html`<i>`, html`</i>`]}`, '<i></i>'],
    ['a joined list', join([html`<i>`, html`</i>`], ' & '), '<i> &amp; </i>'],
  ])('of %s', (_, { html: made }, wanted) => {
    expect(made).toBe(wanted);
  });

  test.each([
    [{ $ref: '#/components/schemas/Pod' }, '<a href="#schema-Pod">Pod</a>'],
    [{ enum: ['a', 1] }, '<code>&quot;a&quot;</code> | <code>1</code>'],
    [{ const: '*' }, '<code>&quot;*&quot;</code>'],
    [{ anyOf: [{ type: 'string' }, { type: 'null' }] }, 'string | null'],
    [{ allOf: [{ $ref: '#/x/A' }, { type: 'object' }] }, '<a href="#schema-A">A</a> &amp; object'],
    [{ type: 'array', items: { type: 'string' } }, 'string[]'],
    [{ type: ['string', 'object'] }, 'string | object'],
    [{}, 'any'],
  ] as const)('of the type %j', (schema, wanted) => {
    // The cast is for `readonly` alone.
    expect(renderType(schema as Parameters<typeof renderType>[0]).html).toBe(wanted);
  });

  test('of bounds', () => {
    const schema = {
      format: 'uri',
      pattern: 'a',
      minLength: 1,
      maxLength: 1048576,
      maxItems: 5,
      minimum: 0,
      default: 'b',
    };
    expect(listBounds(schema)).toBe(
      'uri, matches a, at least 1 characters, at most 1,048,576 characters, at most 5 entries, 0 or more, default "b"',
    );
    expect(listBounds({ type: 'integer', minimum: Number.MIN_SAFE_INTEGER })).toBe('');
  });
});

describe('/docs', () => {
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);

  test('has every route with its command, and every id once', () => {
    const wanted = routes.map(({ key }) => html`<pre><code>${commands[key]}</code></pre>`.html);
    expect(wanted.filter((command) => !page.includes(command))).toEqual([]);
    expect(ids.length).toBe(new Set(ids).size);
    expect(ids.length).toBeGreaterThan(routes.length);
  });

  test('leads only to what is in it or in this API', () => {
    const links = [...page.matchAll(/href="([^"]+)"/g)].map(([, link = '']) => link);
    expect(links.filter((link) => link.startsWith('#') && !ids.includes(link.slice(1)))).toEqual([]);
    const paths: readonly string[] = routes.map(({ key }) => key.replace('GET /', ''));
    expect(links.filter((link) => !link.startsWith('#') && !paths.includes(link))).toEqual([]);
  });

  test('runs nothing and asks for nothing', () => {
    expect(page).not.toMatch(
      /<(script|link|img|iframe|object|form|base)\b|\son\w+=|\sstyle=|\ssrc=|url\(|@import/i,
    );
    expect(page.startsWith('<!doctype html>')).toBe(true);
  });
});

describe.each(['llms.txt', 'llms-full.txt'])('%s', (name) => {
  const text = read(name);
  const entries = text.split('\n').filter((line) => line.startsWith('- '));

  test('has the form of llmstxt.org', () => {
    expect(text).toMatch(/^# podshare\n\n> [^\n]+\n\n/);
    expect(text.match(/^#+ .*$/gm)).toEqual([
      '# podshare',
      '## Endpoints',
      '## Checks',
      '## Examples',
      '## Optional',
    ]);
    expect(
      entries.filter((line) => !/^- \[[^\]]+\]\(http:\/\/localhost:3000\/[^)]+\): \S.*$/.test(line)),
    ).toEqual([]);
  });

  test('names every route, check, example and namespace', () => {
    const named = new Set(entries.map((line) => /\[([^\]]+)\]/.exec(line)?.[1]));
    const wanted = [
      ...routes.map(({ key }) => key),
      ...checks.map(({ id }) => id),
      ...examples.map(({ id }) => id),
    ];
    expect(wanted.filter((each) => !named.has(each))).toEqual([]);
    const rows = text.split('\n').filter((line) => line.startsWith('| '));
    expect(rows.map((row) => row.split(' | ').length)).toEqual(Array(namespaces.length + 2).fill(4));
  });
});

test('the longer guide says what to do about each finding', () => {
  const text = read('llms-full.txt');
  expect(checks.filter(({ why, remedy }) => !text.includes(`${why} ${remedy}`)).map(({ id }) => id)).toEqual(
    [],
  );
});

test('a text is placed where it is asked for, whatever the name of the place', () => {
  expect(placeAt(`curl ${localBase}/a ${localBase}/b`, 'https://$&.example')).toBe(
    'curl https://$&.example/a https://$&.example/b',
  );
  expect(placeAt(`curl ${localBase}/a`)).toBe(`curl ${localBase}/a`);
});
