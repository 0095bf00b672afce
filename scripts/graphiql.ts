import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { isPortTaken, portOf } from './port.ts';

export type Graphiql = { readonly url: string; readonly stop: () => Promise<void> };

/**
 * Serves GraphiQL on this machine, from the packages that are installed and with no other host: an editor for people who try
 * podshare out. It is never deployed, so that no function carries it.
 *
 * @param endpoint - Where the queries go: `http://localhost:3000/graphql`.
 * @param port - Taken when it is free, else any other; 0 for any.
 */
export async function serveGraphiql(endpoint: string, port: number): Promise<Graphiql> {
  const files = listFiles(endpoint);
  const policy = `default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src ${new URL(endpoint).origin}`;
  const server = createServer((request, response) => {
    const file = request.method === 'GET' ? files[request.url ?? ''] : undefined;
    if (file === undefined) return response.writeHead(404).end();
    const headers = {
      'content-type': file.type,
      'content-security-policy': policy,
      'cache-control': 'no-store',
    };
    return response.writeHead(200, headers).end(file.read());
  });
  const listening = await listen(server, port);
  return {
    url: `http://localhost:${listening}`,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function listen(server: ReturnType<typeof createServer>, wanted: number): Promise<number> {
  try {
    await once(server.listen(wanted, 'localhost'), 'listening');
  } catch (error) {
    if (!isPortTaken(error)) throw error;
    return listen(server, 0);
  }
  return portOf(server);
}

type File = { readonly type: string; readonly read: () => string | Buffer };

const resolver = createRequire(import.meta.url);
const fromPackage = (name: string, path: string, type: string): File => {
  const file = join(dirname(resolver.resolve(`${name}/package.json`)), path);
  return { type, read: () => readFileSync(file) };
};

const javascript = 'text/javascript; charset=utf-8';

const listFiles = (endpoint: string): Readonly<Record<string, File>> => ({
  '/': { type: 'text/html; charset=utf-8', read: () => page },
  '/start.js': { type: javascript, read: () => start(endpoint) },
  '/react.js': fromPackage('react', 'umd/react.production.min.js', javascript),
  '/react-dom.js': fromPackage('react-dom', 'umd/react-dom.production.min.js', javascript),
  '/graphiql.js': fromPackage('graphiql', 'graphiql.min.js', javascript),
  '/graphiql.css': fromPackage('graphiql', 'graphiql.min.css', 'text/css; charset=utf-8'),
});

const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>podshare: GraphiQL</title>
<link rel="stylesheet" href="/graphiql.css">
<style>html, body, #graphiql { height: 100%; margin: 0 }</style>
<div id="graphiql">Loading …</div>
<script src="/react.js"></script>
<script src="/react-dom.js"></script>
<script src="/graphiql.js"></script>
<script src="/start.js"></script>
</html>
`;

const query = `# Which processes do the containers of this Pod see of each other?
query Sharing($manifest: String!) {
  analyze(manifest: $manifest) {
    ... on Analysis {
      pods {
        summary
        namespaces(kind: PID) {
          instances { scope containers because { text pointer } }
        }
        findings { severity message remedy }
      }
    }
    ... on Rejection { problems { detail range { start { line column } } } }
  }
}
`;

const manifest = `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  shareProcessNamespace: true
  containers:
    - {name: app, image: nginx}
    - {name: agent, image: busybox}
`;

const start = (
  endpoint: string,
) => `const fetcher = GraphiQL.createFetcher({ url: ${JSON.stringify(endpoint)} });
const given = {
  fetcher,
  defaultQuery: ${JSON.stringify(query)},
  variables: JSON.stringify({ manifest: ${JSON.stringify(manifest)} }, null, 2),
};
ReactDOM.createRoot(document.getElementById('graphiql')).render(React.createElement(GraphiQL, given));
`;
