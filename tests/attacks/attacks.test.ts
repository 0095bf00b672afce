import { deflateSync } from 'node:zlib';

import { checks } from '../../src/core/checks/index.ts';
import { formats } from '../../src/formats/format.ts';
import { failuresOf, postEvent } from '../support/attack.ts';
import { repairs } from './repairs.ts';
import { texts } from './texts.ts';

/** Every function, every format, every tool against every text: minutes of it, and so not in `npm test`. */
jest.setTimeout(900_000);

const fixable = checks.flatMap(({ id, fix }) => (fix === undefined ? [] : [id]));

const query = `query ($manifest: String!) {
  analyze(manifest: $manifest) { ... on Analysis { pods { id namespaces { instances { containers } } } } ... on Rejection { problems { code } } }
}`;

const call = (name: string, parameters: object) => ({
  jsonrpc: '2.0',
  id: 1,
  method: 'tools/call',
  params: { name, arguments: parameters },
});

test.each([
  ['rest', (body: string) => ({ routeKey: 'POST /v1/analyze', rawPath: '/v1/analyze', body })],
  ['graphql', (manifest: string) => postEvent('/graphql', { query, variables: { manifest } })],
  ['authoring', (manifest: string) => postEvent('/v1/fix', { manifest, findings: fixable })],
  [
    'authoring',
    (after: string) => postEvent('/v1/compare', { before: 'apiVersion: v1\nkind: Service', after }),
  ],
  ['authoring', (text: string) => postEvent('/v1/compare', { before: text, after: text })],
  ['mcp', (manifest: string) => postEvent('/mcp', call('analyze_sharing', { manifest }))],
  ['mcp', (manifest: string) => postEvent('/mcp', call('explain_pair', { manifest, a: 'c0', b: 'c1' }))],
  ['mcp', (text: string) => postEvent('/mcp', call('compare_manifests', { before: text, after: text }))],
  ['mcp', (manifest: string) => postEvent('/mcp', call('fix_findings', { manifest, findings: fixable }))],
] as const)('%s withstands every attack, twice: %#', (bundle, eventOf) => {
  expect(failuresOf(bundle, texts, eventOf)).toEqual([]);
});

test('what has very much to mend is mended in time', () => {
  const eventOf = (manifest: string) => postEvent('/v1/fix', { manifest, findings: fixable });
  expect(failuresOf('authoring', repairs, eventOf)).toEqual([]);
});

test('as many ids as a body holds', () => {
  const findings = Array.from({ length: 100_000 }, (_, i) => `x${i}`);
  const eventOf = (manifest: string) => postEvent('/v1/fix', { manifest, findings });
  expect(failuresOf('authoring', { ids: 'apiVersion: v1\nkind: Pod\n' }, eventOf)).toEqual([]);
});

test('a link withstands every text that is short enough when it is deflated', () => {
  const links = Object.entries(texts)
    .map(([name, text]) => [name, deflateSync(text).toString('base64url')] as const)
    .filter(([, m]) => m.length < 8_000);
  expect(links.length).toBeGreaterThan(50);
  const eventOf = (m: string) => ({
    routeKey: 'GET /v1/analyze',
    rawPath: '/v1/analyze',
    rawQueryString: `m=${m}`,
    requestContext: { http: { method: 'GET' } },
  });
  expect(failuresOf('rest', Object.fromEntries(links), eventOf)).toEqual([]);
});

test.each(formats.filter(({ id }) => id !== 'json'))('$id of every text', ({ id }) => {
  const eventOf = (body: string) => ({
    routeKey: 'POST /v1/analyze',
    rawPath: '/v1/analyze',
    rawQueryString: `format=${id}`,
    body,
  });
  expect(failuresOf('rest', texts, eventOf)).toEqual([]);
});
