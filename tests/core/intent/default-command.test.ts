import { defaultCommand } from '../../../src/core/intent/default-command.ts';
import { makePlan } from '../../../src/core/intent/plan.ts';
import type { Intent } from '../../../src/model/generate.ts';
import { defaultOptions } from '../../../src/model/options.ts';

/** The shell script of the server of an intent. */
function scriptOf(intent: Omit<Intent, 'name' | 'containers'>): string {
  const containers = [{ name: 'server' }, { name: 'reader' }, { name: 'other' }];
  const plan = makePlan({ name: 'web', containers, ...intent }, defaultOptions);
  const server = plan.containers.find(({ name }) => name === 'server');
  return server ? (defaultCommand(server, plan)[2] ?? '') : '';
}

const port = { port: 8080, server: 'server', clients: ['other'] };
const files = (path: string) => ({ files: path, writers: ['server'], readers: ['reader'] });
const readAt = (path: string) => ({ files: path, writers: ['reader'], readers: ['server'] });
const apart = (path: string) => ({ files: path, writers: ['server', 'other'] });

/** What is served is the server's alone: no file of a wish is in it, and it can be written. */
test.each<[string, Omit<Intent, 'name' | 'containers'>, string]>([
  ['nothing else wished', { share: [port] }, '/tmp/www'],
  [
    'files below /tmp',
    { share: [files('/tmp/secret'), port], keepApart: [apart('/tmp/secret')] },
    '/tmp/www',
  ],
  ['files at /tmp that it reads', { share: [readAt('/tmp'), port] }, '/www'],
  ['files at /tmp apart', { share: [port], keepApart: [apart('/tmp')] }, '/www'],
  ['files at /tmp and at /www', { share: [readAt('/tmp'), files('/www/data'), port] }, '/www2'],
  ['files where it would serve', { share: [files('/tmp/www'), port] }, '/www'],
  ['files beside', { share: [files('/tmp/www'), files('/srv'), port] }, '/tmp/www2'],
  ['files at /tmp, not as root', { profile: 'restricted', share: [readAt('/tmp'), port] }, '/dev/shm/www'],
])('with %s: %j it serves %s', (_, intent, site) => {
  expect(scriptOf(intent)).toContain(
    ` mkdir -p ${site}; echo server > ${site}/index.html; httpd -p 127.0.0.1:8080 -h ${site}; `,
  );
});
