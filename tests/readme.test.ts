import { existsSync, readFileSync } from 'node:fs';

import { analyze } from '../src/api/analyze.ts';
import { routes } from '../src/api/rest/routes.ts';
import { logSharing } from '../src/core/examples/log-sharing.ts';
import { printManifest } from '../src/formats/manifest.ts';
import { renderMarkdown } from '../src/formats/markdown/analysis.ts';
import { defaultOptions } from '../src/model/options.ts';
import { answerTo } from './api/graphql/call.ts';
import { createRestApi, eventFor } from './support/api.ts';

/** The README shows what really comes out: a transcript that has gone stale fails here. */
const readme = readFileSync('README.md', 'utf8');
const fences = (language: string) =>
  [...readme.matchAll(/```(\w+)\n([\s\S]*?)```/g)].flatMap(([, of, text]) =>
    of === language ? [text ?? ''] : [],
  );

const { manifest, comments } = logSharing.build(
  Object.fromEntries(logSharing.parameters.map((each) => [each.name, each.default])),
);
const pod = printManifest(manifest, comments);

test('the Markdown answer is the real one', () => {
  const result = analyze(pod, defaultOptions);
  expect(fences('markdown')[0]).toBe(result.ok && renderMarkdown(result.answer));
});

test('what is generated, compared and mended is the real answer', async () => {
  const { call } = createRestApi();
  const post = async (path: string, format: string, body: string) => {
    const { status, body: answer } = await call(eventFor('POST', path, { query: `format=${format}`, body }));
    expect(status).toBe(200);
    return answer;
  };
  const intent = /-d '(\{ "intent".*\})' /.exec(readme)?.[1] ?? '';
  const web = await post('/v1/generate', 'yaml', intent);
  const after = web.replace(/^spec:/m, '$&\n  shareProcessNamespace: true # for the debugger');
  const compared = await post('/v1/compare', 'markdown', JSON.stringify({ before: web, after }));
  const fixed = await post('/v1/fix', 'diff', JSON.stringify({ manifest: after, findings: ['shared-pid'] }));
  expect([fences('yaml'), fences('markdown').slice(1), fences('diff')]).toStrictEqual([
    [web],
    [compared],
    [fixed],
  ]);
});

test('the GraphQL answer is the real one', async () => {
  const query = /query: `([^`]+)`/.exec(readme)?.[1] ?? '';
  expect(JSON.parse(fences('json')[0] ?? '')).toStrictEqual(await answerTo(query, { manifest: pod }));
});

test('every command of the README exists', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  const named = [...readme.matchAll(/npm (?:run )?([\w:]+)/g)]
    .map(([, name]) => name)
    .filter((name) => name !== 'ci');
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((name) => !(name !== undefined && name in scripts))).toStrictEqual([]);
});

test('every endpoint is in the table', () => {
  expect(
    routes.map(({ key }) => key.split(' ')[1] ?? '').filter((path) => !readme.includes(`${path}\``)),
  ).toStrictEqual([]);
});

test('every file it links to is there', () => {
  const links = [...readme.matchAll(/\]\(([^)]+)\)/g)].map(([, path]) => path ?? '');
  expect(links.filter((path) => !path.startsWith('https:') && !existsSync(path))).toStrictEqual([]);
});
