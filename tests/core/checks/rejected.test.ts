import { rejected } from '../../../src/core/checks/rejected/index.ts';
import { startCpuTimer } from '../../support/cpu-time.cjs';
import { findingsOf, podManifest } from '../../support/pod-manifest.ts';
import { containers } from './rejected/containers.rows.ts';
import { ephemeral } from './rejected/ephemeral.rows.ts';
import { lifecycle } from './rejected/lifecycle.rows.ts';
import { mounts } from './rejected/mounts.rows.ts';
import { app, debug, init, type Rows, wrongTypeAt } from './rejected/parts.ts';
import { pod } from './rejected/pod.rows.ts';
import { ports } from './rejected/ports.rows.ts';
import { security } from './rejected/security.rows.ts';
import { volumes } from './rejected/volumes.rows.ts';
import { windows } from './rejected/windows.rows.ts';

const tables: Rows = {
  ...containers,
  ...ephemeral,
  ...lifecycle,
  ...mounts,
  ...pod,
  ...ports,
  ...security,
  ...volumes,
  ...windows,
};

const rows = Object.entries(tables).flatMap(([id, table]) =>
  table.map((row) => [id, row.what, row] as const),
);

test.each(rows)('%s: %s', (id, _, { spec, given, options, found = {} }) => {
  const findings = findingsOf(podManifest(spec, given), options).filter(({ check }) => check === id);
  expect(findings.map(({ pointer, message }) => [pointer, message])).toEqual(
    Object.entries(found).map(([pointer, parts]) => [pointer, [parts].flat().map(inFull).join(' ')]),
  );
});

const inFull = (message: string): string =>
  /^(The|Ephemeral) /.test(message) ? message : `The API server refuses it at ${message}.`;

test.each(rejected.map(({ id }) => id))('%s has a row that fires and one that keeps silent', (id) => {
  const table = tables[id] ?? [];
  expect(table.some(({ found }) => found !== undefined)).toBe(true);
  expect(table.some(({ found }) => found === undefined)).toBe(true);
});

test('a finding names the containers it is about', () => {
  const spec = {
    initContainers: [{ ...init, livenessProbe: {} }],
    containers: [app, app],
    ephemeralContainers: [debug],
    hostPID: true,
    shareProcessNamespace: true,
    volumes: [{ name: 'A' }],
  };
  const given = { observations: ['/spec/containers/1/image', '/spec/hostIPC'].map(wrongTypeAt) };
  const ids = new Set(rejected.map(({ id }) => id));
  const findings = findingsOf(podManifest(spec, given)).filter(({ check }) => ids.has(check));
  expect(findings.map(({ check, containers }) => [check, containers])).toEqual([
    ['duplicate-container-name', ['app', 'app#2']],
    ['init-container-probe', ['setup']],
    ['invalid-volume-name', []],
    ['pid-sharing-conflict', ['setup', 'app', 'app#2', 'debug']],
    ['wrong-type', ['app#2']],
    ['wrong-type', []],
    ['ephemeral-on-create', ['debug']],
  ]);
});

test('1,000 containers with 50 mounts and 50 ports each are checked in time', () => {
  const volumeMounts = Array.from({ length: 50 }, (_, i) => ({ name: 'data', mountPath: `/d/${i}` }));
  const ports = Array.from({ length: 50 }, (_, i) => ({ name: `p${i}`, containerPort: i + 1 }));
  const spec = {
    containers: Array.from({ length: 1_000 }, (_, i) => ({ ...app, name: `c${i}`, volumeMounts, ports })),
    volumes: [{ name: 'data', emptyDir: {} }],
  };
  const manifest = podManifest(spec);
  const spent = startCpuTimer();
  const findings = findingsOf(manifest, { detail: 'summary' });
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(spent()).toBeLessThan(2_000);
});
