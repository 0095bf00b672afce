import { execFileSync } from 'node:child_process';

import { limits } from '../../src/model/limits.ts';
import { findBundle } from '../support/bundles.ts';
import { attacks } from './attacks.ts';

/**
 * Each attack is sent twice to one process of the bundled function: some texts leave a parser in a state that ends the
 * process the second time. Time is that of the processor, so that a busy machine does not make the test fail.
 */
jest.setTimeout(300_000);

const runner = `
const { handler } = require(process.argv[1]);
const write = process.stdout.write.bind(process.stdout);
process.stdout.write = () => true;
const events = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
(async () => {
  for (const [name, event] of Object.entries(events)) {
    const runs = [];
    for (const _ of [1, 2]) {
      const start = process.cpuUsage();
      const { statusCode, body } = await handler(event);
      const { user, system } = process.cpuUsage(start);
      runs.push({ seconds: (user + system) / 1e6, statusCode, type: typeof JSON.parse(body), bytes: Buffer.byteLength(JSON.stringify(body)) });
    }
    write(JSON.stringify({ name, runs }) + '\\n');
  }
})();`;

type Result = { name: string; runs: { seconds: number; statusCode: number; type: string; bytes: number }[] };

function attack(bundle: 'rest' | 'graphql' | 'mcp', eventOf: (manifest: string) => object): Result[] {
  const events = Object.fromEntries(
    Object.entries(attacks).map(([name, manifest]) => [name, eventOf(manifest)]),
  );
  const lines = execFileSync(process.execPath, ['-e', runner, findBundle(bundle)], {
    input: JSON.stringify(events),
    encoding: 'utf8',
  });
  return lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

const query = `query ($manifest: String!) {
  analyze(manifest: $manifest) { ... on Analysis { pods { id namespaces { instances { containers } } } } ... on Rejection { problems { code } } }
}`;

test.each([
  ['rest', (body: string) => ({ routeKey: 'POST /v1/analyze', rawPath: '/v1/analyze', body })],
  [
    'graphql',
    (manifest: string) => ({
      routeKey: 'POST /graphql',
      rawPath: '/graphql',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: { manifest } }),
      requestContext: { http: { method: 'POST' } },
    }),
  ],
  [
    'mcp',
    (manifest: string) => ({
      routeKey: 'POST /mcp',
      rawPath: '/mcp',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        jsonrpc: '2.0',
        id: 1,
        method: 'tools/call',
        params: { name: 'analyze_sharing', arguments: { manifest } },
      }),
      requestContext: { http: { method: 'POST' } },
    }),
  ],
] as const)('%s withstands every attack, twice', (bundle, eventOf) => {
  const results = attack(bundle, eventOf);
  expect(results.map(({ name }) => name)).toEqual(Object.keys(attacks));
  const wrong = results.filter(
    ({ runs }) =>
      new Set(runs.map(({ statusCode }) => statusCode)).size > 1 ||
      runs.some(
        ({ seconds, statusCode, type, bytes }) =>
          seconds > 2 ||
          ![200, 400, 413, 422].includes(statusCode) ||
          type !== 'object' ||
          bytes > limits.outputBytes,
      ),
  );
  expect(wrong).toEqual([]);
});
