import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { checks } from '../../functions/formats.ts';
import type { RenderContext } from '../../src/formats/format.ts';
import type { Analysis } from '../../src/model/report.ts';
import { anyPod } from '../support/any-pod.ts';
import { analysisOf, render } from './rendering.ts';

/** The schema of the standard, as Microsoft's package for testing SARIF carries it: draft 4, of which it uses what draft 7 has too. */
const {
  $schema: _,
  id: __,
  ...schema
} = JSON.parse(readFileSync('node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json', 'utf8'));
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats(ajv);
const validate = ajv.compile(schema);

const logOf = (analysis: Analysis, given: Partial<RenderContext> = {}) => {
  const log = JSON.parse(render('sarif', analysis, given));
  expect(validate(log) ? [] : validate.errors).toStrictEqual([]);
  return log.runs[0];
};

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
  annotations: { podshare.dev/ignore: "host-pid: it is a node agent" }
spec:
  hostPID: true
  hostIPC: true
  initContainers:
    - { name: setup, image: i }
  containers:
    - { name: app, image: i, securityContext: { privileged: true } }
    - { name: other, image: i }
`;

const resultOf = (run: ReturnType<typeof logOf>, check: string) =>
  run.results.find(({ ruleId }: { ruleId: string }) => ruleId === check);

test('the schema refuses what is no log', () => {
  expect(validate({ version: '2.1.0', runs: [{}] })).toBe(false);
  expect(validate({ version: '2.0.0', runs: [] })).toBe(false);
});

test('a run says what ran on what, and holds the report', () => {
  const analysis = analysisOf(pod);
  expect(logOf(analysis, { manifestBytes: 345 })).toMatchObject({
    tool: { driver: { name: 'podshare', version: analysis.engine.version } },
    columnKind: 'utf16CodeUnits',
    artifacts: [{ location: { uri: 'manifest.yaml', uriBaseId: '%SRCROOT%', index: 0 }, length: 345 }],
    invocations: [{ executionSuccessful: true, toolExecutionNotifications: [] }],
    properties: { analysis: JSON.parse(JSON.stringify(analysis)) },
  });
});

test('every check that was run is a rule', () => {
  const { rules } = logOf(analysisOf(pod)).tool.driver;
  expect(rules.map(({ id }: { id: string }) => id)).toStrictEqual(checks.map(({ id }) => id));
  expect(rules.find(({ id }: { id: string }) => id === 'host-ipc')).toMatchObject({
    shortDescription: { text: expect.stringMatching(/\.$/) },
    help: {
      text: expect.stringMatching(/\.$/),
      markdown: expect.stringContaining('```yaml\napiVersion: v1'),
    },
    helpUri: expect.stringMatching(/^https:/),
    defaultConfiguration: { level: 'warning' },
    properties: { group: 'exposure', fixable: true, tags: ['kubernetes', 'exposure'] },
  });
});

test('a finding is a result where it stands', () => {
  const run = logOf(analysisOf(pod));
  const index = checks.findIndex(({ id }) => id === 'privileged-container');
  const result = resultOf(run, 'privileged-container');
  const location = { uri: 'manifest.yaml', uriBaseId: '%SRCROOT%', index: 0 };
  expect(result).toStrictEqual({
    ruleId: 'privileged-container',
    ruleIndex: index,
    level: 'warning',
    message: { text: expect.stringContaining('app') },
    locations: [
      {
        physicalLocation: {
          artifactLocation: location,
          region: { startLine: 12, startColumn: 49, endLine: 12, endColumn: 65 },
        },
        logicalLocations: [
          { name: 'web', fullyQualifiedName: 'default/Pod/web', kind: 'resource' },
          { name: 'app', fullyQualifiedName: 'default/Pod/web/app', kind: 'object' },
          { fullyQualifiedName: '/spec/containers/0/securityContext/privileged', kind: 'value' },
        ],
      },
    ],
    relatedLocations: [
      {
        id: 0,
        message: { text: 'Container app' },
        physicalLocation: {
          artifactLocation: location,
          region: { startLine: 12, startColumn: 7, endLine: 12, endColumn: 69 },
        },
      },
    ],
    partialFingerprints: {
      primaryLocationLineHash: expect.stringMatching(/^[0-9a-f]{16}:1$/),
      'podshareFinding/v1': 'privileged-container@default/Pod/web/app/securityContext/privileged',
    },
    properties: {
      id: '0/spec#privileged-container@/spec/containers/0/securityContext/privileged',
      fixable: true,
    },
  });
});

test('a waived finding is suppressed: by the text, or by the request', () => {
  const run = logOf(analysisOf(pod, { ignore: ['host-ipc'] }), { ignored: ['host-ipc'] });
  expect(resultOf(run, 'host-pid').suppressions).toStrictEqual([
    { kind: 'inSource', status: 'accepted', justification: 'it is a node agent' },
  ]);
  expect(resultOf(run, 'host-ipc').suppressions).toStrictEqual([
    { kind: 'external', status: 'accepted', justification: 'Ignored by the request.' },
  ]);
  expect(resultOf(run, 'privileged-container')).not.toHaveProperty('suppressions');
});

const fingerprints = (text: string) =>
  logOf(analysisOf(text))
    .results.map(({ partialFingerprints }: { partialFingerprints: object }) =>
      JSON.stringify(partialFingerprints),
    )
    .sort();

test('fingerprints stay when lines, documents and containers move', () => {
  const [app = '', other = ''] = pod.split('\n').slice(11, 13);
  const moved = pod.replace(`${app}\n${other}`, `${other}\n\n    # moved\n${app}`);
  expect(moved).not.toBe(pod);
  expect(fingerprints(`apiVersion: v1\nkind: Service\n---\n${moved}`)).toStrictEqual(fingerprints(pod));
  expect(new Set(fingerprints(pod)).size).toBe(fingerprints(pod).length);
});

/** A Pod with findings in volumes, mounts and ports, and the same with each of these lists turned round. */
const listed = (order: <T>(list: T[]) => T[], metadata: object = { name: 'x' }) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata,
  spec: {
    containers: order([
      {
        name: 'a',
        ports: order([{ containerPort: 80 }, { containerPort: 70000 }, { containerPort: 80000 }]),
        volumeMounts: order([
          { name: 'etc', mountPath: '/host/etc', mountPropagation: 'Bidirectional' },
          { name: 'root', mountPath: '/host/root' },
          { name: 'none', mountPath: '/none' },
        ]),
      },
      { name: 'b', env: order([{ name: 'X', value: 1 }, { name: 'Y' }]) },
    ]),
    volumes: order([
      { name: 'etc', hostPath: { path: '/etc' } },
      { name: 'root', hostPath: { path: '/' } },
      { name: 'nobody', emptyDir: {} },
    ]),
  },
});

test('fingerprints stay when volumes, mounts, ports, variables and containers change their order', () => {
  // This one stands at the first of several fields.
  const fingerprintsOf = (text: string) =>
    fingerprints(text).filter((each: string) => !each.includes('pod-security-level'));
  const one = fingerprintsOf(JSON.stringify(listed((list) => list)));
  expect(fingerprintsOf(JSON.stringify(listed((list) => list.toReversed())))).toStrictEqual(one);
  expect(new Set(one).size).toBe(one.length);
  const names = one.map((each: string) => JSON.parse(each)['podshareFinding/v1']);
  expect(names).toContain('sensitive-host-path@default/Pod/x/volumes/root/hostPath/path');
  expect(names).toContain(
    'bidirectional-not-privileged@default/Pod/x/a/volumeMounts/~1host~1etc/mountPropagation',
  );
  expect(names).toContain('invalid-port-number@default/Pod/x/a/ports/*/containerPort');
  expect(names).toContain('invalid-port-number@default/Pod/x/a/ports/*/containerPort#2');
});

test('Pods that get their name later have fingerprints of their own', () => {
  const texts = [{ generateName: 'web-' }, { generateName: 'db-' }, { generateName: 'db-' }, {}].map(
    (metadata) => JSON.stringify(listed((list) => list, metadata)),
  );
  const all = fingerprints(texts.join('\n---\n'));
  expect(new Set(all).size).toBe(all.length);
  const hashes = all.map((each: string) => JSON.parse(each).primaryLocationLineHash);
  expect(new Set(hashes).size).toBe(all.length);
  const [web = '', ...others] = texts;
  const turned = [...others, web].join('\n---\n');
  expect(fingerprints(turned)).toStrictEqual(all);
});

test('edits become fixes, of the findings that have any', () => {
  const range = { start: { line: 8, column: 1 }, end: { line: 9, column: 1 } };
  const fixesOf = (id: string) => (id.includes('#host-ipc@') ? [{ range, text: '' }] : []);
  const run = logOf(analysisOf(pod), { fixesOf });
  expect(resultOf(run, 'host-ipc').fixes).toStrictEqual([
    {
      description: { text: expect.stringMatching(/\.$/) },
      artifactChanges: [
        {
          artifactLocation: { uri: 'manifest.yaml', uriBaseId: '%SRCROOT%', index: 0 },
          replacements: [
            {
              deletedRegion: { startLine: 8, startColumn: 1, endLine: 9, endColumn: 1 },
              insertedContent: { text: '' },
            },
          ],
        },
      ],
    },
  ]);
  expect(resultOf(run, 'host-pid')).not.toHaveProperty('fixes');
});

test('what could not be read is told with its place', () => {
  const { invocations } = logOf(analysisOf(`${pod}---\nkind: [\n`));
  expect(invocations).toMatchObject([
    {
      executionSuccessful: false,
      toolExecutionNotifications: [
        {
          descriptor: { id: 'YAML_SYNTAX' },
          level: 'error',
          locations: [{ physicalLocation: { region: { startLine: expect.any(Number) } } }],
        },
      ],
    },
  ]);
});

test('a name that looks like a link is none', () => {
  const name = '[x](https://example.com)';
  const run = logOf(
    analysisOf([{ apiVersion: 'v1', kind: 'Pod', spec: { containers: [{ name }, { name }] } }]),
  );
  const texts: string[] = run.results.map(({ message }: { message: { text: string } }) => message.text);
  expect(texts.some((text) => text.includes('[x]\\(https'))).toBe(true);
  expect(texts.filter((text) => text.includes(']('))).toStrictEqual([]);
});

test('past what GitHub takes, results are left out and counted; so is a report that is too large', () => {
  const analysis = analysisOf(pod);
  const [first] = analysis.pods;
  if (first === undefined) throw new Error('There is a Pod');
  const findings = Array.from({ length: 7_000 }, () => first.findings).flat();
  const [run] = JSON.parse(render('sarif', { ...analysis, pods: [{ ...first, findings }] })).runs;
  expect(run.results).toHaveLength(25_000);
  expect(run.invocations[0].toolExecutionNotifications).toStrictEqual([
    { level: 'warning', message: { text: `${findings.length - 25_000} more results are left out.` } },
  ]);
  expect(run.properties).toStrictEqual({});
});

test('a long name is not repeated by every result', () => {
  const name = 'n'.repeat(100_000);
  const containers = Array.from({ length: 50 }, (_, i) => ({
    name: `c${i}`,
    securityContext: { privileged: true },
  }));
  const analysis = analysisOf([{ apiVersion: 'v1', kind: 'Pod', metadata: { name }, spec: { containers } }]);
  const size = render('sarif', analysis).length - JSON.stringify(analysis).length;
  expect(size).toBeLessThan(1_000_000);
});

test('law: the log of any Pod is as the standard wants it', () => {
  fc.assert(
    fc.property(anyPod, (any) => {
      const analysis = analysisOf([any]);
      const run = logOf(analysis);
      expect(
        run.results.map(({ properties }: { properties: { id: string } }) => properties.id),
      ).toStrictEqual(analysis.pods.flatMap(({ findings }) => findings.map(({ id }) => id)));
    }),
    { numRuns: 30, seed: 9 },
  );
});
