import './build.ts';
import { serveGraphiql } from './graphiql.ts';
import { startOffline } from './offline.ts';
import { isPortTaken } from './port.ts';

/** Builds podshare and serves it on this machine: `npm start`, or `PORT=4000 npm start`. */
const port = Number(process.env['PORT'] ?? 3000);
const { url, stop, ended } = await startOffline(port, (line) => console.log(line)).catch((error) => {
  console.error(isPortTaken(error) ? `Port ${port} is taken. Choose another: PORT=4000 npm start` : error);
  process.exit(1);
});

const graphiql = await serveGraphiql(`${url}/graphql`, port + 1);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
// Whoever started this may be killed without passing it on.
const parent = process.ppid;
setInterval(() => process.ppid !== parent && stop(), 1000).unref();

console.log(`
  podshare is ready.

    REST      ${url}/v1/analyze
    GraphQL   ${url}/graphql
    MCP       ${url}/mcp
    GraphiQL  ${graphiql.url}
    OpenAPI   ${url}/openapi.json, to read ${url}/docs

  Try it:

    curl -s ${url}/v1/examples/log-sharing > pod.yaml
    curl -s --data-binary @pod.yaml '${url}/v1/analyze?format=markdown'

  Stop it with Ctrl-C. Each line below is a request.
`);

await ended;
await graphiql.stop();
