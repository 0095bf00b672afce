import type { Check } from '../../src/core/checks/check.ts';
import type { PodManifest } from '../../src/model/manifest.ts';
import type { Options } from '../../src/model/options.ts';
import type { Container, PodSpec } from '../../src/model/pod.ts';
import { findingsOf, podManifest } from './pod-manifest.ts';

/** A PodSpec and what one check says of it: messages by pointer, nothing when it keeps silent. */
export type Row = {
  readonly what: string;
  readonly spec: PodSpec;
  readonly given?: Partial<PodManifest>;
  readonly options?: Partial<Options>;
  readonly found?: Readonly<Record<string, string>>;
};

/** Rows by the id of the check they are about. */
export type Rows = Readonly<Record<string, readonly Row[]>>;

/** Tests every row, and that each check has rows of both kinds and every row a check. */
export function testRows(checks: readonly Check[], tables: Rows): void {
  const rows = Object.entries(tables).flatMap(([id, table]) =>
    table.map((row) => [id, row.what, row] as const),
  );

  test.each(rows)('%s: %s', (id, _, { spec, given, options, found = {} }) => {
    const findings = findingsOf(podManifest(spec, given), options).filter(({ check }) => check === id);
    expect(findings.map(({ pointer, message }) => [pointer, message])).toEqual(Object.entries(found));
  });

  test('every check has rows, and every row a check', () => {
    expect(Object.keys(tables).sort()).toEqual(checks.map(({ id }) => id).sort());
  });

  test.each(checks.map(({ id }) => id))('%s has a row that fires and one that keeps silent', (id) => {
    const table = tables[id] ?? [];
    expect(table.some(({ found }) => found !== undefined)).toBe(true);
    expect(id === 'pod-security-level' || table.some(({ found }) => found === undefined)).toBe(true);
  });
}

export type SecurityContext = NonNullable<Container['securityContext']>;

export const app = { name: 'app', image: 'busybox' };
export const other = { name: 'other', image: 'busybox' };
export const init = { name: 'setup', image: 'busybox' };
export const sidecar = { name: 'proxy', image: 'busybox', restartPolicy: 'Always' };
export const debug = { name: 'debug', image: 'busybox' };
export const sh = (script: string) => ({ command: ['sh', '-c', script] });
export const mount = (name: string, mountPath: string) => ({ name, mountPath });
export const at = (kubernetesVersion: Options['kubernetesVersion']) => ({ kubernetesVersion });
