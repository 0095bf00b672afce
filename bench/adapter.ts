import { createServer } from 'node:http';
import { createRequire } from 'node:module';

/**
 * The least that can put a bundle behind HTTP: one route, one event. It is measured instead of serverless-offline,
 * which would show what serverless-offline costs. Run as a child process; tells its port to the parent.
 */
const [bundle = '', routeKey = ''] = process.argv.slice(2);
const { handler } = createRequire(import.meta.url)(bundle);
process.stdout.write = () => true;

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', async () => {
    const { statusCode, headers, body } = await handler({
      routeKey,
      rawPath: request.url,
      headers: request.headers,
      body: Buffer.concat(chunks).toString(),
      requestContext: { http: { method: request.method } },
    });
    response.writeHead(statusCode, headers).end(body);
  });
});
server.listen(0, 'localhost', () => process.send?.(server.address()));
process.once('disconnect', () => process.exit());
