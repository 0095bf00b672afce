import './build.ts';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { placeAt } from '../src/api/rest/base.ts';
import { commands } from '../src/api/rest/manual/commands.ts';
import { pod } from '../src/api/rest/openapi/example-calls.ts';
import { startOffline } from './offline.ts';
import { listenOnce } from './port.ts';

/**
 * Tests the API from what is written about it alone: `npm run test:openapi`, with `schemathesis` (from PyPI) on the PATH or named
 * by SCHEMATHESIS, and curl. Starts the real serverless-offline on a free port of this machine; nothing leaves it.
 *
 * First every command of `/docs` is run, then schemathesis calls what the OpenAPI document describes, right and wrong. The
 * seed is fixed and the number of examples bounded, so that a run takes minutes and can be repeated. Left out are:
 *
 * - `positive_data_acceptance`: no schema says which text is a manifest, which link inflates, which wishes go together. That
 *   what is right is taken is shown by the examples of the document, which are real replies.
 * - `OPTIONS`: serverless-offline answers it by itself, with 404 when no browser asks. tests/e2e/bundles.test.ts has it.
 */
const options = [
  '--exclude-checks=positive_data_acceptance',
  '--exclude-method=OPTIONS',
  '--seed=1',
  '--max-examples=25',
  '--generation-database=none',
  '--suppress-health-check=all',
  '--request-timeout=60',
  '--continue-on-failure',
  ...process.argv.slice(2),
];

const folder = mkdtempSync(join(tmpdir(), 'podshare-'));
const server = await startOffline(await listenOnce(0), () => {});
try {
  runCommands();
  const program = process.env['SCHEMATHESIS'] ?? 'schemathesis';
  const parameters = ['run', `${server.url}/openapi.json`, '--url', server.url, ...options];
  const env = { ...process.env, SCHEMATHESIS_HOOKS: join(import.meta.dirname, 'read_yaml_stream.py') };
  const [code] = await once(spawn(program, parameters, { cwd: folder, env, stdio: 'inherit' }), 'exit');
  process.exitCode = code ?? 1;
} finally {
  await server.stop();
  rmSync(folder, { recursive: true });
}

/** @throws When one of them fails: `--fail` makes curl say so when the answer is no success. */
function runCommands(): void {
  const sharing = pod.replace('spec:\n', 'spec:\n  shareProcessNamespace: true\n');
  const files = { 'pod.yaml': sharing, 'before.yaml': pod, 'after.yaml': sharing };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  // What writes a file comes last: it overwrites the one the others read.
  const ordered = Object.entries(commands).sort(
    ([, a], [, b]) => Number(a.includes('>')) - Number(b.includes('>')),
  );
  for (const [route, command] of ordered) {
    const line = placeAt(command, server.url).replace('curl -s ', 'curl -sS --fail-with-body ');
    const answer = execFileSync('bash', ['-c', `set -o pipefail; ${line}`], {
      cwd: folder,
      encoding: 'utf8',
    });
    if (answer.trim() === '' && !line.includes('> pod.yaml')) throw new Error(`${route} answers nothing`);
  }
  console.log(`${ordered.length} commands of /docs work.`);
}
