import { readdirSync, readFileSync } from 'node:fs';

import { analyze } from '../../../../src/api/analyze.ts';
import { compare } from '../../../../src/api/compare.ts';
import { generate } from '../../../../src/api/generate.ts';
import { readGenerateRequest } from '../../../../src/api/generate-request.ts';
import { clip } from '../../../../src/api/mcp/tools/clip.ts';
import { toolNames } from '../../../../src/api/mcp/tools/index.ts';
import type { Intent } from '../../../../src/model/generate.ts';
import { defaultOptions } from '../../../../src/model/options.ts';
import { callTool, createMcpApi, handshaken, listedTools } from '../../../support/mcp.ts';
import { answerOf } from './answers.ts';

const readCase = (name: string) => readFileSync(`tests/cases/${name}/pod.yaml`, 'utf8');
const cases = readdirSync('tests/cases');
const pod = `apiVersion: v1
kind: Pod
metadata: { name: web }
spec:
  containers:
    - { name: app, image: nginx }
    - { name: agent, image: busybox }
`;
const sharedPid = pod.replace('spec:\n', 'spec:\n  shareProcessNamespace: true # to debug\n');
const intent: Intent = {
  name: 'web',
  containers: [
    { name: 'app', image: 'nginx:1.29' },
    { name: 'agent', role: 'sidecar' },
  ],
  share: ['pid', { files: '/var/log/nginx', writers: ['app'], readers: ['agent'] }],
};

test('the tools are listed in their order, all read-only, each with a title and schemas of objects', async () => {
  const { json } = await createMcpApi().send(handshaken('tools/list'));
  expect(json.result.tools).toEqual(listedTools);
  expect(listedTools.map(({ name }) => name)).toEqual([...toolNames]);
  for (const tool of listedTools) {
    expect(tool).toMatchObject({
      title: expect.any(String),
      description: expect.any(String),
      inputSchema: { type: 'object', additionalProperties: false },
      outputSchema: { type: 'object' },
      annotations: {
        title: expect.any(String),
        readOnlyHint: true,
        destructiveHint: false,
        idempotentHint: true,
        openWorldHint: false,
      },
    });
  }
});

/** Arguments that every tool understands, to change one at a time. */
const good: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  analyze_sharing: { manifest: pod },
  explain_pair: { manifest: pod, a: 'app', b: 'agent' },
  compare_manifests: { before: pod, after: sharedPid },
  generate_manifest: { intent },
  fix_findings: { manifest: sharedPid, findings: ['shared-pid'] },
  explain: { topic: 'pid' },
};

const wrong = ['', 7, true, null, {}, [], ['x'.repeat(10), 1]];

describe.each(toolNames)('%s', (name) => {
  const known = Object.entries(good[name] ?? {});

  test('same arguments, same answer', async () => {
    expect(await answerOf(name, good[name] ?? {})).toEqual(await answerOf(name, good[name] ?? {}));
  });

  test.each(known.flatMap(([member]) => wrong.map((value) => [member, value] as const)))(
    '%s: %j never ends in a bug, and what is refused is said to be',
    async (member, value) => {
      const { isError, structuredContent } = await answerOf(name, { ...good[name], [member]: value });
      if (isError) expect(structuredContent.problems[0].detail).not.toBe('');
      // Text where text is wanted may be anything; what is no text never is.
      else expect(typeof value).toBe(typeof good[name]?.[member]);
    },
  );

  test.each([
    ['an unknown argument', { nothing: 1 }],
    ['twenty thousand arguments', Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`a${i}`, i]))],
    ['an unknown detail', { detail: 'hunter2' }],
    ['__proto__', JSON.parse('{"__proto__": {"detail": "full"}}')],
  ])('%s', async (_, more) => {
    const { isError, structuredContent } = await answerOf(name, { ...good[name], ...more });
    expect(isError).toBe(true);
    expect(structuredContent.problems).toHaveLength(1);
    expect(structuredContent.problems[0].code).toMatch(/^INVALID_(REQUEST|OPTION)$/);
    expect(JSON.stringify(structuredContent)).not.toContain('hunter2');
  });

  test('takes what it is listed with, and says so', async () => {
    const schema: { readonly properties?: object } | undefined = listedTools.find(
      (tool) => tool.name === name,
    )?.inputSchema;
    const listed = schema?.properties ?? {};
    const { structuredContent } = await answerOf(name, { ...good[name], nothing: 1 });
    const said = structuredContent.problems[0].detail;
    expect(Object.keys(listed).filter((argument) => !said.includes(argument))).toEqual([]);
    const all = Object.fromEntries(Object.keys(listed).map((argument) => [argument, null]));
    expect(await answerOf(name, { ...all, ...good[name] })).toEqual(await answerOf(name, good[name] ?? {}));
  });

  test('no arguments at all', async () => {
    expect(await answerOf(name, {})).toMatchObject({ isError: true });
  });

  test('what is null is not there', async () => {
    expect(await answerOf(name, { ...good[name], detail: null })).toEqual(
      await answerOf(name, good[name] ?? {}),
    );
  });
});

describe('explain_pair', () => {
  test('in short: who, when, what, and what a field decides', async () => {
    const { content, structuredContent } = await answerOf('explain_pair', {
      manifest: sharedPid,
      a: 'agent',
      b: 'app',
    });
    expect(structuredContent).toMatchObject({
      detail: 'summary',
      pod: '0/spec',
      pair: {
        a: 'app',
        b: 'agent',
        lifetime: 'concurrent',
        namespaces: { pid: 'shared', mount: 'separate' },
      },
      reasons: [{ kind: 'pid', because: [expect.stringContaining('shareProcessNamespace is true')] }],
    });
    const verdicts = structuredContent.channels.map(({ verdict }: { verdict: string }) => verdict);
    expect(verdicts.indexOf('no')).toBeGreaterThan(verdicts.lastIndexOf('conditional'));
    expect(content[0].text).toContain('**`app` and `agent`** run at the same time.');
  });

  test('in full: the pair as the report has it, and why for every kind', async () => {
    const { structuredContent } = await answerOf('explain_pair', {
      manifest: sharedPid,
      a: 'app',
      b: 'agent',
      detail: 'full',
    });
    const result = analyze(sharedPid, defaultOptions);
    const { pair, channels, reasons } = structuredContent;
    expect(result.ok && result.answer.pods[0]?.pairs).toEqual([{ ...pair, channels }]);
    expect(reasons.map(({ kind }: { kind: string }) => kind)).toEqual(Object.keys(pair.namespaces));
  });

  test('of several Pods the one that is meant', async () => {
    const manifest = `${pod}---\n${sharedPid.replace('name: web', 'name: other')}`;
    const pidOf = async (which: object) =>
      (await answerOf('explain_pair', { manifest, a: 'app', b: 'agent', ...which })).structuredContent;
    expect(await pidOf({})).toMatchObject({ problems: [{ code: 'INVALID_REQUEST' }] });
    expect(await pidOf({ pod: 'other' })).toMatchObject({
      pod: '1/spec',
      pair: { namespaces: { pid: 'shared' } },
    });
    expect(await pidOf({ pod: '0/spec' })).toMatchObject({ pair: { namespaces: { pid: 'separate' } } });
    expect(await pidOf({ pod: '2/spec' })).toMatchObject({ problems: [{ code: 'NOT_FOUND' }] });
  });

  test('names as long as a text may be', async () => {
    const name = '`*<|"'.repeat(40_000);
    const manifest = JSON.stringify({
      apiVersion: 'v1',
      kind: 'Pod',
      spec: { containers: [{ name }, { name: 'b' }] },
    });
    const { structuredContent, content } = await answerOf('explain_pair', { manifest, a: name, b: 'b' });
    expect(structuredContent.pair.a).toMatch(/… \(199747 more characters\)$/);
    expect(content[0].text).toContain('Talk over localhost');
  });

  test('a Pod whose pointer is as long as a text may be', async () => {
    const manifest = JSON.stringify({
      apiVersion: 'kubeflow.org/v1',
      kind: 'TFJob',
      spec: {
        tfReplicaSpecs: {
          ['x'.repeat(90_000)]: { template: { spec: { containers: [{ name: 'a' }, { name: 'b' }] } } },
        },
      },
    });
    const { structuredContent } = await answerOf('explain_pair', { manifest, a: 'a', b: 'b' });
    expect(structuredContent.pod).toMatch(/… \(\d+ more characters\)$/);
    expect((await answerOf('analyze_sharing', { manifest })).structuredContent.leftOut.pods).toBe(1);
  });

  test.each(cases)('every pair of %s has room', async (name) => {
    const manifest = readCase(name);
    const result = analyze(manifest, defaultOptions);
    for (const { id, pairs = [] } of result.ok ? result.answer.pods : []) {
      for (const { a, b } of pairs.slice(0, 3)) {
        const { structuredContent } = await answerOf('explain_pair', { manifest, a, b, pod: id });
        expect(structuredContent.pair).toMatchObject({ a, b });
      }
    }
  });
});

describe('compare_manifests', () => {
  test('in short', async () => {
    const { content, structuredContent } = await answerOf('compare_manifests', {
      before: pod,
      after: sharedPid,
    });
    expect(structuredContent).toMatchObject({
      detail: 'summary',
      pods: [{ pod: 'Pod/default/web', status: 'changed' }],
    });
    expect(structuredContent.changes[0]).toMatchObject({
      pod: 'Pod/default/web',
      change: 'gained',
      kind: 'pid',
    });
    // Pairs are compared in a summary too.
    const kinds = structuredContent.changes.map(({ kind }: { kind: string }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['see-processes', 'signals']));
    expect(content[0].text).toContain('**gained**');
  });

  test('in full: as REST answers it', async () => {
    const { structuredContent } = await answerOf('compare_manifests', {
      before: pod,
      after: sharedPid,
      detail: 'full',
    });
    const result = compare({ before: pod, after: sharedPid }, defaultOptions);
    expect(structuredContent.comparison).toEqual(result.ok && JSON.parse(JSON.stringify(result.answer)));
  });

  test.each(cases)('from %s to its neighbour has room', async (name) => {
    const after = cases[(cases.indexOf(name) + 1) % cases.length] ?? name;
    await answerOf('compare_manifests', { before: readCase(name), after: readCase(after) });
  });

  test('a side that cannot be read', async () => {
    const { structuredContent } = await answerOf('compare_manifests', { before: pod, after: 'spec: [' });
    expect(structuredContent).toMatchObject({ problems: [{ code: 'YAML_SYNTAX', line: 1, column: 8 }] });
  });
});

describe('generate_manifest', () => {
  test('in short: the manifest, in both forms, and the proof', async () => {
    const { content, structuredContent } = await answerOf('generate_manifest', { intent });
    const result = generate({ intent }, defaultOptions);
    if (!result.ok) throw new Error('The intent can be built');
    const { manifest, explanation, proof } = result.answer;
    expect(structuredContent).toEqual({ detail: 'summary', manifest, explanation, proof });
    expect(content[0].text).toContain(`\`\`\`yaml\n${manifest}\`\`\``);
  });

  test('in full: with the analysis', async () => {
    const { structuredContent } = await answerOf('generate_manifest', {
      example: 'log-sharing',
      detail: 'full',
    });
    expect(structuredContent.analysis.pods).toHaveLength(1);
  });

  test('a manifest that has no room twice is in the text, one that has none at all is counted', async () => {
    const of = (count: number) => ({
      name: 'web',
      containers: Array.from({ length: count }, (_, i) => ({
        name: `container-${i}`,
        image: `registry.example.com/${'x'.repeat(200)}`,
      })),
    });
    const once = await answerOf('generate_manifest', { intent: of(11) });
    expect(once.structuredContent).not.toHaveProperty('manifest');
    expect(once.content[0].text).toContain('container-10');
    expect(once.structuredContent.leftOut.manifest).toBeGreaterThan(1000);
    const never = await answerOf('generate_manifest', { intent: of(24) });
    expect(never.content[0].text).toMatch(/^_The manifest has \d+ characters\. Detail "full" has it\._/);
    expect(never.structuredContent.leftOut.manifest).toBeGreaterThan(once.structuredContent.leftOut.manifest);
  });

  test.each(readdirSync('tests/intents'))('the intent %s is built or refused as by REST', async (name) => {
    const asked = JSON.parse(readFileSync(`tests/intents/${name}/intent.json`, 'utf8'));
    const read = readGenerateRequest({ intent: asked });
    const result = read.ok ? generate(read.value, defaultOptions) : read;
    const { isError, structuredContent } = await answerOf('generate_manifest', { intent: asked });
    expect(isError === true).toBe(!result.ok);
    if (result.ok) expect(structuredContent.explanation).toBe(clip(result.answer.explanation, 900));
    else expect(structuredContent.problems[0]).toMatchObject({ code: result.problems[0].code });
  });

  test('what Kubernetes cannot do is no error of the protocol, in any revision', async () => {
    for (const revision of ['2025-11-25', '2025-06-18']) {
      const impossible = {
        ...intent,
        containers: [...intent.containers, { name: 'third' }],
        share: [{ pid: ['app', 'agent'] }],
      };
      const { isError, structuredContent } = await callTool(
        'generate_manifest',
        { intent: impossible },
        revision,
      );
      expect({ isError, problems: structuredContent.problems }).toMatchObject({
        isError: true,
        problems: [{ code: 'IMPOSSIBLE_WISH' }],
      });
    }
  });
});

describe('explain', () => {
  test.each([
    ['pid', 'namespace', 'pid', '# PID'],
    ['PID ', 'namespace', 'pid', '# PID'],
    ['ptrace', 'channel', 'ptrace', '# Tracing'],
    ['host-pid', 'check', 'host-pid', '# Check `host-pid`'],
    ['log-sharing', 'example', 'log-sharing', '# A sidecar reads'],
  ])('%s', async (topic, type, id, title) => {
    const { content, structuredContent } = await answerOf('explain', { topic });
    expect(structuredContent).toEqual({
      topics: [{ type, id, title: expect.any(String), resource: `podshare://${type}s/${id}` }],
      page: content[0].text,
    });
    expect(content[0].text.startsWith(title)).toBe(true);
  });

  test('a question leads to what there is about it', async () => {
    const { structuredContent } = await answerOf('explain', { topic: 'What does hostname mean?' });
    const ids = structuredContent.topics.map(({ type, id }: { type: string; id: string }) => `${type} ${id}`);
    expect(ids[0]).toBe('namespace uts');
    expect(ids).toContain('check template-hostname');
    expect(structuredContent).not.toHaveProperty('page');
  });

  test.each(['zzzz', '', '???', 'what is the'])('%j is about nothing', async (topic) => {
    const { isError, structuredContent } = await answerOf('explain', { topic });
    expect({ isError, problems: structuredContent.problems }).toMatchObject({
      isError: true,
      problems: [{ code: 'NOT_FOUND' }],
    });
  });

  test('every topic has a page with room for it, in the text at least', async () => {
    const { json } = await createMcpApi().send(handshaken('resources/list'));
    for (const { uri, name } of json.result.resources) {
      if (uri === 'podshare://schema/report') continue;
      const { structuredContent } = await answerOf('explain', { topic: name });
      expect(structuredContent.topics.map(({ resource }: { resource: string }) => resource)).toContain(uri);
    }
  });
});
