import { readdirSync, readFileSync } from 'node:fs';

import { hostile, megabyte } from '../../../../bench/manifests.ts';
import { analyze, problemsOf } from '../../../../src/api/analyze.ts';
import { renderMarkdown } from '../../../../src/formats/markdown/analysis.ts';
import { readManifest } from '../../../../src/manifest/read-manifest.ts';
import { defaultOptions } from '../../../../src/model/options.ts';
import { attacks } from '../../../manifest/attacks.ts';
import { answerOf } from './answers.ts';

const readCase = (name: string) => readFileSync(`tests/cases/${name}/pod.yaml`, 'utf8');
const cases = readdirSync('tests/cases');

describe('every case', () => {
  test.each(cases)('%s in short', async (name) => {
    const manifest = readCase(name);
    const { structuredContent, content } = await answerOf('analyze_sharing', { manifest });
    const result = analyze(manifest, defaultOptions);
    if (!result.ok) throw new Error('Every case has a report');
    const { pods } = result.answer;
    const findings = pods.flatMap((pod) => pod.findings);
    const { leftOut = {} } = structuredContent;
    expect(structuredContent.pods).toMatchObject(pods.map(({ id, summary }) => ({ id, summary })));
    expect(structuredContent.findings.length + (leftOut.findings ?? 0)).toBe(findings.length);
    // An error is never what was left out while something lighter is there.
    const shown = structuredContent.findings.map(({ severity }: { severity: string }) => severity);
    const errors = findings.filter(({ severity, waived }) => severity === 'error' && waived === undefined);
    expect(shown.slice(0, errors.length).every((severity: string) => severity === 'error')).toBe(true);
    for (const { check } of errors.slice(0, 3)) expect(content[0].text).toContain(`\`${check}\``);
  });

  test.each(cases)('%s in full', async (name) => {
    const manifest = readCase(name);
    const result = analyze(manifest, defaultOptions);
    if (!result.ok) throw new Error('Every case has a report');
    const { structuredContent, content } = await answerOf('analyze_sharing', { manifest, detail: 'full' });
    expect(structuredContent).toEqual(
      JSON.parse(JSON.stringify({ detail: 'full', analysis: result.answer })),
    );
    expect(content).toEqual([{ type: 'text', text: renderMarkdown(result.answer) }]);
  });
});

test('what is shared across Pods is told with the Pods', async () => {
  const pod = (name: string) =>
    `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}}\nspec: {containers: [{name: a, image: i, volumeMounts: [{name: v, mountPath: /v}]}], volumes: [{name: v, persistentVolumeClaim: {claimName: c}}]}\n`;
  const names = [...'abcdefgh'];
  const { structuredContent, content } = await answerOf('analyze_sharing', {
    manifest: names.map(pod).join('---\n'),
  });
  expect(structuredContent.sharedAcrossPods).toMatchObject([
    { members: 8, pods: ['0/spec', '1/spec', '2/spec', '3/spec', '4/spec', '5/spec'] },
  ]);
  expect(content[0].text).toContain('`5/spec` and 2 more: These Pods use one claim');
});

describe('manifests of a megabyte', () => {
  test('short, with a count of what is left out', async () => {
    const { structuredContent, content } = await answerOf('analyze_sharing', { manifest: megabyte });
    const { pods, findings, leftOut } = structuredContent;
    const result = analyze(megabyte, defaultOptions);
    if (!result.ok) throw new Error('The megabyte cannot be read');
    expect(pods.length + leftOut.pods).toBe(result.answer.pods.length);
    expect(findings.length + leftOut.findings).toBe(
      result.answer.pods.reduce((sum, pod) => sum + pod.findings.length, 0),
    );
    expect(content[0].text).toMatch(/_Left out to be short: \d+ Pods, \d+ findings\. .*_$/);
  });

  test('in full as far as an answer may be long', async () => {
    const { isError, structuredContent } = await answerOf('analyze_sharing', {
      manifest: megabyte,
      detail: 'full',
    });
    expect({ isError, structuredContent }).toEqual({
      isError: true,
      structuredContent: {
        problems: [{ code: 'OUTPUT_TOO_LARGE', detail: expect.stringContaining('5242880 bytes') }],
      },
    });
  });

  test.each(Object.entries(hostile))('%s', async (_, manifest) => {
    await answerOf('analyze_sharing', { manifest });
  });
});

test('pairs are left out of a full answer before it is refused', async () => {
  const containers = Array.from({ length: 24 }, (_, i) => `{name: ${'c'.repeat(400)}${i}}`).join();
  const pod = `apiVersion: v1\nkind: Pod\nspec: {containers: [${containers}]}\n`;
  const manifest = Array(7).fill(pod).join('---\n');
  const { isError, structuredContent } = await answerOf('analyze_sharing', { manifest, detail: 'full' });
  expect(isError).toBeUndefined();
  expect(structuredContent.analysis.pods.map((one: object) => 'pairs' in one)).toEqual(Array(7).fill(false));
});

/** The large ones are sent to the bundle: tests/attacks. */
const short = Object.entries(attacks).flatMap(([name, make]) => {
  const manifest = make();
  return manifest.length < 100_000 ? [[name, manifest] as const] : [];
});

test.each(short)('attack: %s', async (_, manifest) => {
  const { isError, structuredContent } = await answerOf('analyze_sharing', { manifest });
  const { documents } = readManifest(manifest);
  expect(isError === true).toBe(documents.every(({ status }) => status === 'invalid'));
  if (isError) expect(structuredContent.problems[0].code).toBe(problemsOf(documents)[0].code);
});

test('documents that cannot be read are told beside those that can', async () => {
  const manifest = `${readCase('host-pid')}\n---\nspec: [\n---\nkind: Service\napiVersion: v1\n`;
  const { isError, structuredContent, content } = await answerOf('analyze_sharing', { manifest });
  expect(isError).toBeUndefined();
  expect(structuredContent.problems).toEqual([
    {
      code: 'YAML_SYNTAX',
      detail: expect.any(String),
      document: 1,
      line: expect.any(Number),
      column: expect.any(Number),
    },
  ]);
  expect(content[0].text).toContain('🛑 **YAML_SYNTAX** Line ');
});

test('the words for each kind of namespace', async () => {
  const manifest = [
    'apiVersion: v1',
    'kind: Pod',
    'spec:',
    '  hostIPC: true',
    '  containers: [{name: a}, {name: b}]',
    '  ephemeralContainers: [{name: debug, targetContainerName: a}]',
    '---',
    'apiVersion: v1',
    'kind: Pod',
    'spec: {os: {name: windows}, containers: [{name: a}]}',
  ].join('\n');
  const { structuredContent } = await answerOf('analyze_sharing', { manifest });
  expect(structuredContent.pods.map(({ namespaces }: { namespaces: object }) => namespaces)).toEqual([
    {
      network: 'all',
      ipc: 'node',
      uts: 'all',
      pid: 'some',
      mount: 'none',
      user: 'node',
      cgroup: 'none',
      time: 'node',
    },
    {
      network: 'none',
      ipc: 'not-applicable',
      uts: 'not-applicable',
      pid: 'not-applicable',
      mount: 'not-applicable',
      user: 'not-applicable',
      cgroup: 'not-applicable',
      time: 'not-applicable',
    },
  ]);
});

test('options have the names they have everywhere', async () => {
  const { structuredContent } = await answerOf('analyze_sharing', {
    manifest: readCase('host-pid'),
    kubernetesVersion: '1.30',
    runtime: 'cri-o',
    cgroup: 'v1',
    ignore: ['host-pid'],
  });
  expect(structuredContent.engine).toMatchObject({
    kubernetesVersion: '1.30',
    runtime: 'cri-o',
    cgroup: 'v1',
  });
  expect(
    structuredContent.findings.find(({ id }: { id: string }) => id.includes('#host-pid@')),
  ).toMatchObject({ waived: { reason: expect.any(String) } });
});

test('names as long as a text may be push neither everything out nor the answer past its room', async () => {
  const name = '`*<|'.repeat(60_000);
  const manifest = `apiVersion: v1\nkind: Pod\nmetadata: {name: "${name}"}\nspec: {hostPID: true, containers: [{name: "${name}"}, {name: b}]}\n`;
  const { structuredContent, content } = await answerOf('analyze_sharing', { manifest });
  expect(structuredContent.pods.length + (structuredContent.leftOut.pods ?? 0)).toBe(1);
  expect(content[0].text).toContain('`invalid-pod-name`');
  expect(content[0].text).toMatch(/_Left out to be short: /);
});

test('a summary that is too long for its room says how much is missing', async () => {
  const names = Array.from({ length: 12 }, (_, i) => `{name: ${'n'.repeat(150)}${i}}`).join();
  const manifest = `apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {containers: [${names}]}\n`;
  const { structuredContent } = await answerOf('analyze_sharing', { manifest });
  expect(structuredContent.pods[0].summary).toMatch(
    /^Pod p has 12 containers: .{970,1000}… \(\d+ more characters\)$/,
  );
});
