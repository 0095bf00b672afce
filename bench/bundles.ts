import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

import { logSharing } from './manifests.ts';
import { median } from './time.ts';

/** A first call for each bundle. */
const events = {
  rest: { routeKey: 'POST /v1/analyze', rawPath: '/v1/analyze', body: logSharing },
  authoring: {
    routeKey: 'POST /v1/generate',
    rawPath: '/v1/generate',
    body: JSON.stringify({ example: 'log-sharing' }),
  },
  // The same function, asked for what it loads on demand.
  formats: {
    routeKey: 'POST /v1/analyze',
    rawPath: '/v1/analyze',
    rawQueryString: 'format=html',
    body: logSharing,
    handler: 'rest',
  },
  reference: { routeKey: 'GET /v1/meta', rawPath: '/v1/meta' },
  graphql: {
    routeKey: 'POST /graphql',
    rawPath: '/graphql',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: 'query ($m: String!) { analyze(manifest: $m) { ... on Analysis { pods { summary } } } }',
      variables: { m: logSharing },
    }),
    requestContext: { http: { method: 'POST' } },
  },
  mcp: {
    routeKey: 'POST /mcp',
    rawPath: '/mcp',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: { name: 'analyze_sharing', arguments: { manifest: logSharing } },
    }),
    requestContext: { http: { method: 'POST' } },
  },
};

/** Loads a bundle and makes the first call, as a cold start does; what the process took to start is not counted. */
const coldStart = `
const event = JSON.parse(process.argv[2]);
process.stdout.write = (write => (text) => write.call(process.stdout, text.startsWith('{') ? '' : text))(process.stdout.write);
const start = performance.now();
const { handler } = require(process.argv[1]);
handler(event).then(({ statusCode }) => {
  const took = performance.now() - start;
  if (statusCode !== 200) throw new Error('status ' + statusCode);
  process.stdout.write(' ' + took);
});`;

/** Size of each bundle, and what its first call costs. */
export function measureBundles(): Record<string, number> {
  return Object.fromEntries(
    Object.entries(events).flatMap(([name, event]) => {
      const pathOf = (bundle: string) => new URL(`../dist/${bundle}.cjs`, import.meta.url).pathname;
      const bytes = readFileSync(pathOf(name));
      const path = pathOf('handler' in event ? event.handler : name);
      const start = () =>
        Number(
          execFileSync(process.execPath, ['-e', coldStart, path, JSON.stringify(event)], {
            encoding: 'utf8',
          }),
        );
      return [
        [`${name} bundle, kB`, bytes.length / 1000],
        [`${name} bundle, gzip, kB`, gzipSync(bytes).length / 1000],
        [`${name} cold start, ms`, median(Array.from({ length: 15 }, start))],
      ];
    }),
  );
}
