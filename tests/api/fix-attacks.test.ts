import { analyze } from '../../src/api/analyze.ts';
import { fix } from '../../src/api/fix.ts';
import { proposeEdits } from '../../src/api/propose-edits.ts';
import { checks } from '../../src/core/checks/index.ts';
import { limits } from '../../src/model/limits.ts';
import { defaultOptions } from '../../src/model/options.ts';
import { attacks } from '../manifest/attacks.ts';
import { startCpuTimer } from '../support/cpu-time.ts';

/**
 * The published bound. Where other processes share the caches of the processor, all takes longer: there, as often as the
 * text is read and analysed at most.
 */
function boundFor(text: string): number {
  const spent = startCpuTimer();
  analyze(text, defaultOptions);
  return Math.max(2000, 7 * spent());
}

const fixable = checks.flatMap(({ id, fix: how }) => (how === undefined ? [] : [id]));

const object = (spec: object) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec });

/** As many containers as a Pod may have, with something to fix in each place a fix looks at. */
const busy = object({
  hostPID: true,
  hostIPC: true,
  hostNetwork: true,
  shareProcessNamespace: true,
  setHostnameAsFQDN: true,
  containers: Array.from({ length: limits.containersPerPod }, (_, i) => ({
    name: `c${i}`,
    image: ' busybox ',
    imagePullPolicy: 'always',
    securityContext: {
      privileged: i % 2 === 0,
      allowPrivilegeEscalation: true,
      capabilities: { add: ['NET_RAW', 'SYS_PTRACE'], drop: ['ALL'] },
    },
    ports: [{ containerPort: 1000 + i, hostPort: 2000 + i, hostIP: '127.0.0.1', protocol: 'tcp' }],
    readinessProbe: { httpGet: { port: '80' } },
    volumeMounts: [
      { name: 'v', mountPath: '/v', mountPropagation: 'Bidirectional', subPath: '/x' },
      { name: 'n', mountPath: '/n', readOnly: true },
      { name: 'c', mountPath: '/c', readOnly: false },
    ],
  })),
  volumes: [
    { name: 'v', emptyDir: {} },
    { name: 'n', hostPath: { path: '/' } },
    { name: 'c', configMap: { name: 'c', defaultMode: 511 } },
    ...Array.from({ length: 1000 }, (_, i) => ({ name: `u${i}`, emptyDir: {} })),
  ],
});

/** Many Pods with one fix that does harm in each, which has to be found among the others. */
const harmful = Array.from({ length: limits.pods }, (_, i) =>
  JSON.stringify({
    ...object({
      hostnetwork: true,
      hostPID: true,
      hostIPC: true,
      containers: [{ name: 'a', image: 'a', imagepullpolicy: 'Always' }],
    }),
    metadata: { name: `p${i}` },
  }),
);

const deepYaml = (value: unknown, indent = ''): string => {
  if (Array.isArray(value))
    return value.map((item) => `\n${indent}- ${deepYaml(item, `${indent}  `).trimStart()}`).join('');
  if (typeof value !== 'object' || value === null) return ` ${JSON.stringify(value)} # c`;
  return Object.entries(value)
    .map(([key, member]) => `\n${indent}${key}:${deepYaml(member, `${indent}  `)}`)
    .join('');
};

const texts: Readonly<Record<string, string>> = {
  'a busy Pod, JSON in one line': JSON.stringify(busy),
  'a busy Pod, JSON in lines': JSON.stringify(busy, null, 1),
  'a busy Pod, YAML with a comment on each line': `${deepYaml(busy).trimStart()}\n`,
  'a thousand Pods with a fix that does harm': harmful.join('\n'),
  'a List of them': JSON.stringify({
    apiVersion: 'v1',
    kind: 'List',
    items: harmful.map((text) => JSON.parse(text)),
  }),
  'one key a hundred thousand times': `apiVersion: v1\nkind: Pod\nspec:\n  containers: [{name: a, image: a}]\n${'  k: 1 # c\n'.repeat(90_000)}`,
  'octals and comments in one line': `apiVersion: v1\nkind: Pod\nspec: {containers: [{name: a, args: [${'01, '.repeat(200_000)}]}]}`,
};

test.each(Object.entries(texts))('%s', (_, text) => {
  expect(text.length).toBeLessThanOrEqual(limits.bodyBytes);
  const bound = boundFor(text);
  const spent = startCpuTimer();
  const result = fix({ manifest: text, findings: fixable }, defaultOptions);
  expect(spent()).toBeLessThan(bound);
  expect(result.ok).toBe(true);
});

test('edits are proposed for all of it', () => {
  const text = texts['a busy Pod, JSON in one line'] ?? '';
  const bound = boundFor(text);
  const spent = startCpuTimer();
  expect(proposeEdits(text, defaultOptions).size).toBeGreaterThan(1000);
  expect(spent()).toBeLessThan(bound);
});

test('as many ids as a body holds', () => {
  const findings = Array.from({ length: 100_000 }, (_, i) => `x${i}`);
  const bound = boundFor('');
  const spent = startCpuTimer();
  const result = fix({ manifest: JSON.stringify(object({})), findings }, defaultOptions);
  expect(spent()).toBeLessThan(bound);
  expect(result.ok && result.repair.unfixed.length).toBe(100_000);
});

/** What is hard to read is hard to edit. */
test.each(Object.entries(attacks))('%s', (_, make) => {
  const text = make();
  const bound = boundFor(text);
  const spent = startCpuTimer();
  fix({ manifest: text, findings: fixable }, defaultOptions);
  expect(spent()).toBeLessThan(bound);
});
