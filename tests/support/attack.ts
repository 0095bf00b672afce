import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';

import type { FunctionName } from '../../src/api/rest/routes.ts';
import { limits } from '../../src/model/limits.ts';
import { findBundle } from './bundles.ts';

/**
 * Each attack is sent twice to one process of the bundled function: some texts leave a parser in a state that ends the
 * process the second time. Time is that of the processor, and the faster of the two counts: a machine that is shared makes one
 * of them slow now and then, a text that hurts makes both slow.
 */
const runner = `
const { handler } = require(process.argv[1]);
const { startCpuTimer } = require(process.argv[2]);
const write = process.stdout.write.bind(process.stdout);
process.stdout.write = () => true;
const events = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
(async () => {
  for (const [name, event] of Object.entries(events)) {
    const runs = [];
    for (const _ of [1, 2]) {
      const spent = startCpuTimer();
      const { statusCode, headers, body } = await handler(event);
      const seconds = spent() / 1000;
      const type = /json/.test(headers['content-type']) ? typeof JSON.parse(body) : 'text';
      runs.push({ seconds, statusCode, type, bytes: Buffer.byteLength(JSON.stringify(body)) });
    }
    write(JSON.stringify({ name, runs }) + '\\n');
  }
})();`;

type Result = {
  readonly name: string;
  readonly runs: readonly { seconds: number; statusCode: number; type: string; bytes: number }[];
};

/** Milliseconds after which a function has hung on one of the texts: all of them take a minute or two on a slow machine. */
const hangs = 600_000;

/**
 * Sends each text to the bundle of a function.
 *
 * @param eventOf - Makes an event of a text.
 * @param analyses - How many of them one answer takes; each has two seconds. A comparison, a repair, and an analysis with what is drawn of it take two.
 * @returns What went wrong: another answer the second time, more time than that, a status of a mistake of ours, no object where JSON is promised, too large.
 * @throws When the process ends before its time, or not every text was answered.
 */
export function failuresOf(
  bundle: FunctionName,
  texts: Readonly<Record<string, string>>,
  eventOf: (manifest: string) => object,
  analyses = 1,
): Result[] {
  const events = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, eventOf(text)]));
  const timer = createRequire(__filename).resolve('./cpu-time.cjs');
  const lines = execFileSync(process.execPath, ['-e', runner, findBundle(bundle), timer], {
    input: JSON.stringify(events),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    timeout: hangs,
  });
  const results: Result[] = lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(results.map(({ name }) => name)).toEqual(Object.keys(texts));
  return results.filter(
    ({ runs }) =>
      new Set(runs.map(({ statusCode }) => statusCode)).size > 1 ||
      Math.min(...runs.map(({ seconds }) => seconds)) > 2 * analyses ||
      runs.some(
        ({ statusCode, type, bytes }) =>
          ![200, 400, 413, 422].includes(statusCode) ||
          !['object', 'text'].includes(type) ||
          bytes > limits.outputBytes,
      ),
  );
}

/** An event that posts a JSON body. */
export const postEvent = (path: string, body: object): object => ({
  routeKey: `POST ${path}`,
  rawPath: path,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
  requestContext: { http: { method: 'POST' } },
});
