/**
 * Calls each packaged function once, as Lambda would: `node scripts/smoke.mjs FOLDER`, where the folder holds the bundles
 * of the zips. Plain JavaScript, so that it runs on the deployed version of Node without anything in between.
 */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const require = createRequire(import.meta.url);
const folder = resolve(process.argv[2] ?? 'dist');
const manifest =
  'apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {containers: [{name: a, image: i}, {name: b, image: i}]}\n';

/** An API Gateway event (payload 2.0), its body in base64 as the gateway sends YAML. */
const event = (routeKey, contentType, body, rawQueryString = '') => {
  const [method, rawPath] = routeKey.split(' ');
  return {
    version: '2.0',
    routeKey,
    rawPath,
    rawQueryString,
    headers: { 'content-type': contentType },
    requestContext: { requestId: 'smoke', http: { method, path: rawPath } },
    body: Buffer.from(body).toString('base64'),
    isBase64Encoded: true,
  };
};

const query =
  '{ analyze(manifest: "kind: Pod\\napiVersion: v1\\nspec: {containers: [{name: a}]}") { __typename } }';
const pair = { name: 'explain_pair', arguments: { manifest, a: 'a', b: 'b' } };
const calls = [
  [
    'rest',
    event('POST /v1/analyze', 'application/yaml', manifest),
    (body) => assert.equal(JSON.parse(body).pods[0].pairs.length, 1),
  ],
  [
    'authoring',
    event('POST /v1/generate', 'application/json', JSON.stringify({ example: 'log-sharing' })),
    (body) => assert.ok(JSON.parse(body).proof.every(({ holds }) => holds)),
  ],
  [
    'rest',
    event('POST /v1/analyze', 'application/yaml', manifest, 'format=svg'),
    (body) => assert.match(body, /^<svg /),
  ],
  ['reference', event('GET /v1/meta', 'text/plain', ''), (body) => assert.ok(JSON.parse(body))],
  [
    'graphql',
    event('POST /graphql', 'application/json', JSON.stringify({ query })),
    (body) => assert.equal(JSON.parse(body).data.analyze.__typename, 'Analysis'),
  ],
  [
    'mcp',
    event(
      'POST /mcp',
      'application/json',
      JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: pair }),
    ),
    (body) => assert.equal(JSON.parse(body).result.structuredContent.pair.lifetime, 'concurrent'),
  ],
];

for (const [name, call, check] of calls) {
  const { handler } = require(`${folder}/${name}.cjs`);
  const { statusCode, body } = await handler(call, {});
  assert.equal(statusCode, 200, `${name}: ${body}`);
  check(body);
  console.log(`${name}: ok on Node ${process.version}`);
}
