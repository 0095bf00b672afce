import { fork } from 'node:child_process';
import { once } from 'node:events';

import autocannon from 'autocannon';

import { logSharing } from './manifests.ts';

const loads = [
  { name: 'GET /healthz', bundle: 'reference', route: 'GET /healthz', method: 'GET', headers: {} },
  {
    name: 'POST /v1/analyze',
    bundle: 'rest',
    route: 'POST /v1/analyze',
    method: 'POST',
    headers: { 'content-type': 'application/yaml' },
    body: logSharing,
  },
  {
    name: 'POST /graphql',
    bundle: 'graphql',
    route: 'POST /graphql',
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query:
        'query ($m: String!) { analyze(manifest: $m) { ... on Analysis { pods { summary namespaces { kind instances { scope containers } } } } } }',
      variables: { m: logSharing },
    }),
  },
] as const;

/** Requests a second with ten connections, client and server on this machine, five seconds each. */
export async function measureLoad(): Promise<Record<string, number>> {
  const measured: Record<string, number> = {};
  for (const { name, bundle, route, ...request } of loads) {
    const path = new URL(`../dist/${bundle}.cjs`, import.meta.url).pathname;
    const server = fork(new URL('adapter.ts', import.meta.url), [path, route], {
      execArgv: ['--import', 'tsx'],
    });
    try {
      const [{ port }] = await once(server, 'message');
      const url = `http://localhost:${port}${route.split(' ')[1]}`;
      await autocannon({ url, ...request, connections: 10, duration: 1 });
      const { requests, latency, non2xx, errors } = await autocannon({
        url,
        ...request,
        connections: 10,
        duration: 5,
      });
      if (non2xx + errors > 0) throw new Error(`${name}: ${non2xx + errors} requests failed`);
      measured[`${name}, requests/s`] = requests.p50;
      measured[`${name}, p99 ms`] = latency.p99;
    } finally {
      server.disconnect();
      await once(server, 'exit');
    }
  }
  return measured;
}
