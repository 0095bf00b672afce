import { deflateSync } from 'node:zlib';

import { checks } from '../../src/core/checks/index.ts';
import { failuresOf, postEvent } from '../support/attack.ts';
import { bodies, objects } from './bodies.ts';
import { forReader } from './for-reader.ts';
import { repairs } from './repairs.ts';

/** Every function and every tool: minutes of it, and so not in `npm test`, where what is most called withstands `bodies`. */
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

test('rest withstands every attack on the reader, twice', () => {
  const eventOf = (body: string) => ({ routeKey: 'POST /v1/analyze', rawPath: '/v1/analyze', body });
  expect(failuresOf('rest', forReader, eventOf)).toEqual([]);
});

test.each([
  ['graphql', 1, (manifest: string) => postEvent('/graphql', { query, variables: { manifest } })],
  ['authoring', 2, (manifest: string) => postEvent('/v1/fix', { manifest, findings: fixable })],
  [
    'authoring',
    2,
    (after: string) => postEvent('/v1/compare', { before: 'apiVersion: v1\nkind: Service', after }),
  ],
  ['authoring', 2, (text: string) => postEvent('/v1/compare', { before: text, after: text })],
] as const)('%s withstands every attack, twice: %#', (bundle, analyses, eventOf) => {
  expect(failuresOf(bundle, bodies, eventOf, analyses)).toEqual([]);
});

test.each([
  [1, (manifest: string) => postEvent('/mcp', call('analyze_sharing', { manifest }))],
  [1, (manifest: string) => postEvent('/mcp', call('explain_pair', { manifest, a: 'c0', b: 'c1' }))],
  [2, (text: string) => postEvent('/mcp', call('compare_manifests', { before: text, after: text }))],
  [2, (manifest: string) => postEvent('/mcp', call('fix_findings', { manifest, findings: fixable }))],
] as const)('a tool withstands whatever can be read, twice: %#', (analyses, eventOf) => {
  expect(failuresOf('mcp', objects, eventOf, analyses)).toEqual([]);
});

test('what has very much to mend is mended in time', () => {
  const eventOf = (manifest: string) => postEvent('/v1/fix', { manifest, findings: fixable });
  expect(failuresOf('authoring', repairs, eventOf, 2)).toEqual([]);
});

test('as many ids as a body holds', () => {
  const findings = Array.from({ length: 100_000 }, (_, i) => `x${i}`);
  const eventOf = (manifest: string) => postEvent('/v1/fix', { manifest, findings });
  expect(failuresOf('authoring', { ids: 'apiVersion: v1\nkind: Pod\n' }, eventOf)).toEqual([]);
});

test('a link withstands every text that is short enough when it is deflated', () => {
  const links = Object.entries({ ...forReader, ...bodies })
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
