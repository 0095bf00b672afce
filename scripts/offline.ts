import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

import { listenOnce } from './port.ts';

export type Offline = {
  readonly url: string;
  /** Resolves when the server has ended by itself or was stopped. */
  readonly ended: Promise<unknown>;
  /** Ends the server, at the latest after five seconds. */
  readonly stop: () => Promise<void>;
};

/**
 * Starts serverless-offline with the bundles in `dist/` and waits until it answers.
 *
 * Of what it prints only the functions' own log (lines of JSON) and errors are passed on. It needs no network and no account.
 *
 * @param onLine - Gets each line of the functions' log.
 * @throws When the port is taken, or it ends or has not answered within a minute; with what it wrote to standard error.
 */
export async function startOffline(port: number, onLine: (line: string) => void): Promise<Offline> {
  await listenOnce(port);
  const url = `http://localhost:${port}`;
  const cli = new URL('../node_modules/serverless/bin/serverless.js', import.meta.url).pathname;
  const lambdaPort = await listenOnce(0);
  const child = spawn(
    process.execPath,
    [
      '--import',
      endWithParent,
      cli,
      'offline',
      'start',
      '--httpPort',
      `${port}`,
      '--lambdaPort',
      `${lambdaPort}`,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...quiet } },
  );
  const ended = once(child, 'exit');
  const killOnExit = () => child.kill('SIGKILL');
  process.once('exit', killOnExit);
  ended.then(() => process.off('exit', killOnExit));

  let errors = '';
  child.stderr.on('data', (data) => {
    errors += data;
  });
  forEachLine(child.stdout, (line) => {
    const isOwnQuestion = line.includes('"route":"GET /healthz"');
    if (line.startsWith('{') && !isOwnQuestion) onLine(line);
  });

  const stop = async () => {
    child.kill('SIGTERM');
    const isStopped = await Promise.race([ended, sleep(5000, false, { ref: false })]);
    if (!isStopped) child.kill('SIGKILL');
    await ended;
  };
  for (const deadline = Date.now() + 60_000; !(await isAlive(url)); await sleep(50)) {
    if (child.exitCode === null && Date.now() < deadline) continue;
    await stop();
    throw new Error(`serverless-offline did not start on port ${port}.\n${errors}`);
  }
  return { url, ended, stop };
}

/** Loaded into the server before anything else, so that it does not outlive a parent that is killed outright. */
const endWithParent = `data:text/javascript,${encodeURIComponent(
  'const parent = process.ppid; setInterval(() => process.ppid === parent || process.exit(), 1000).unref()',
)}`;

const quiet = { SLS_LOG_LEVEL: 'error', SLS_DEPRECATION_DISABLE: '*', SLS_INTERACTIVE_SETUP_ENABLE: '' };

/** A status is not enough: serverless-offline says 200 for a bundle that cannot be loaded. */
async function isAlive(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get(`${url}/healthz`, (response) => {
      let body = '';
      response.on('data', (data) => {
        body += data;
      });
      response.on('end', () => resolve(/"status": "ok"/.test(body)));
    });
    request.on('error', () => resolve(false));
  });
}

function forEachLine(stream: NodeJS.ReadableStream, onLine: (line: string) => void): void {
  let rest = '';
  stream.on('data', (data) => {
    const lines = `${rest}${data}`.split('\n');
    rest = lines.pop() ?? '';
    lines.forEach(onLine);
  });
}
