import fc from 'fast-check';

import { readGenerateRequest } from '../../src/api/generate-request.ts';
import { GenerateRequestSchema } from '../../src/model/generate.ts';
import { limits } from '../../src/model/limits.ts';
import { anyIntent } from '../support/any-intent.ts';

const app = { name: 'app' };
const intent = (more: object) => ({ intent: { name: 'web', containers: [app], ...more } });
const label =
  "must be a name of at most 63 lower-case letters, digits and '-', not at an end (RFC 1123 label).";
const members =
  'The members are name, containers, kind, namespace, kubernetesVersion, profile, share, keepApart.';
const wish =
  'must be a word, or an object with one of files, shared-memory, port, network, ipc, hostname, pid, user.';

type Row = [what: string, body: unknown, problems: Readonly<Record<string, string>>];

const envelope = 'The body must be an object with `intent`, or with `example` and `parameters`.';

const rows: Row[] = [
  ['null', null, { '': envelope }],
  ['a list', [], { '': envelope }],
  ['nothing of both', {}, { '': envelope }],
  [
    'both',
    { ...intent({}), example: 'x' },
    { '': 'The body has a member that is not known. The members are intent.' },
  ],
  ['no id', { example: 7 }, { '/example': '`example` must be the id of an example.' }],
  [
    'parameters that are too deep',
    { example: 'x', parameters: { a: { b: { c: 'secret' } } } },
    { '/parameters': '`parameters` must be an object of texts and whole numbers, or of objects of them.' },
  ],
  [
    'a parameter that is not whole',
    { example: 'x', parameters: { a: 1.5 } },
    { '/parameters': '`parameters` must be an object of texts and whole numbers, or of objects of them.' },
  ],
  [
    'an intent that is text',
    { intent: 'x' },
    {
      '/intent':
        '`intent` must be an object with name, containers, kind, namespace, kubernetesVersion, profile, share, keepApart.',
    },
  ],
  ['no name', { intent: { containers: [app] } }, { '/intent': '`intent` must have `name`.' }],
  ['a bad name', intent({ name: 'Web' }), { '/intent/name': `\`intent.name\` ${label}` }],
  ['a long name', intent({ name: 'w'.repeat(64) }), { '/intent/name': `\`intent.name\` ${label}` }],
  [
    'no containers',
    intent({ containers: [] }),
    { '/intent/containers': '`intent.containers` must be a list of 1 to 24.' },
  ],
  [
    'a kind there is not',
    intent({ kind: 'ReplicaSet' }),
    { '/intent/kind': '`intent.kind` must be one of Pod, Deployment, StatefulSet, DaemonSet, Job, CronJob.' },
  ],
  [
    'an unknown member',
    intent({ secret: 1 }),
    { '/intent': `\`intent\` has a member that is not known. ${members}` },
  ],
  [
    'an image with white space',
    intent({ containers: [{ ...app, image: 'a b' }] }),
    {
      '/intent/containers/0/image':
        '`intent.containers[0].image` must be a reference of an image, such as nginx:1.29.',
    },
  ],
  [
    'a command with a control character',
    intent({ containers: [{ ...app, command: ['sh', 'a\u0007'] }] }),
    {
      '/intent/containers/0/command/1':
        '`intent.containers[0].command[1]` must be text of at most 16384 characters without control characters.',
    },
  ],
  [
    'a word there is not',
    intent({ share: ['pid', 'mount'] }),
    {
      '/intent/share/1':
        '`intent.share[1]` must be one of network, ipc, hostname, pid, user, shared-memory, host-network, host-ipc, host-pid.',
    },
  ],
  [
    'a wish that is nothing',
    intent({ share: [{}], keepApart: [null] }),
    {
      '/intent/share/0': `\`intent.share[0]\` ${wish}`,
      '/intent/keepApart/0': `\`intent.keepApart[0]\` ${wish}`,
    },
  ],
  [
    'two wishes in one',
    intent({ share: [{ files: '/data', port: 80 }] }),
    {
      '/intent/share/0':
        '`intent.share[0]` has a member that is not known. The members are files, writers, readers, configMap, secret.',
    },
  ],
  [
    'everything wrong with one',
    intent({ share: [{ files: '/a/../b', writers: ['app', 'B'], readers: [] }] }),
    {
      '/intent/share/0/files':
        '`intent.share[0].files` must be an absolute path of plain names, such as /var/log/nginx.',
      '/intent/share/0/writers/1': `\`intent.share[0].writers[1]\` ${label}`,
      '/intent/share/0/readers': '`intent.share[0].readers` must be a list of 1 to 24.',
    },
  ],
  [
    'a port that is none',
    intent({ share: [{ port: 0, server: 'app' }] }),
    { '/intent/share/0/port': '`intent.share[0].port` must be a whole number from 1 to 65535.' },
  ],
  [
    'a size that is none',
    intent({ share: [{ 'shared-memory': '1G' }] }),
    {
      '/intent/share/0/shared-memory':
        '`intent.share[0].shared-memory` must be a size such as 128Mi: a number and Ki, Mi or Gi.',
    },
  ],
];

test.each(rows)('refuses %s', (_, body, want) => {
  const read = readGenerateRequest(body);
  expect(read.ok ? [] : read.problems.map(({ pointer, detail }) => [pointer, detail])).toEqual(
    Object.entries(want),
  );
  expect(read.ok ? [] : read.problems.map(({ code }) => code)).toEqual(
    Object.keys(want).map((pointer) =>
      pointer.startsWith('/intent') ? 'INVALID_INTENT' : 'INVALID_REQUEST',
    ),
  );
});

test.each([
  { example: 'log-sharing' },
  { example: 'log-sharing', parameters: { name: 'web', replicas: 2, app: { image: 'nginx', port: 80 } } },
  intent({ share: [], keepApart: [{ files: '/data' }] }),
])('reads %j as it was sent', (body) => {
  expect(readGenerateRequest(body)).toEqual({ ok: true, value: body });
});

test('problems are bounded, and long lists are not looked into', () => {
  const bad = intent({ share: Array.from({ length: 50 }, () => ({ files: 1, writers: 1, readers: 1 })) });
  const read = readGenerateRequest(bad);
  expect(read.ok ? 0 : read.problems.length).toBe(limits.problemsPerDocument);
  const long = readGenerateRequest(intent({ share: Array.from({ length: 100_000 }, () => 7) }));
  expect(long.ok ? [] : long.problems.map(({ pointer }) => pointer)).toEqual(['/intent/share']);
});

/** Values that are wrong somewhere and right elsewhere. */
const oddValue = fc.oneof(
  fc.constantFrom<unknown>(
    ...['app', 'Web', '', 'pid', 'host-pid', 'shared-memory', '/data', '/', '/a/..', '/a//b', '/a/', '1.29'],
    ...['Pod', 'restricted', '128Mi', '0Mi', 'a.b', 'a..b', 'sidecar', 'ephemeral', 'x'.repeat(300)],
    ...[0, 1, 80, 65_535, 65_536, 1.5, -1, 2 ** 53, true, false, null, [], {}, ['app'], ['app', 'agent']],
    ...[{ pid: ['a', 'b'] }, { files: '/data' }, { port: 80, server: 'app' }, { 'shared-memory': '1Mi' }],
    ...['\ud800', '\u{1F600}', 'a\tb\n', '\u0000', '\u2028', '\ufeff'],
  ),
  fc.jsonValue(),
);
const oddKey = fc.constantFrom(
  ...['name', 'kind', 'containers', 'share', 'keepApart', 'image', 'role', 'command', 'args', 'files', 'pid'],
  ...['writers', 'readers', 'configMap', 'secret', 'among', 'shared-memory', 'port', 'server', 'clients'],
  ...['intent', 'example', 'parameters', 'profile', 'namespace', 'kubernetesVersion', 'other', 'constructor'],
);

type Change = {
  readonly path: readonly number[];
  readonly key: string;
  readonly value: unknown;
  readonly how: string;
};

const change = fc.record({
  path: fc.array(fc.nat(9), { maxLength: 5 }),
  key: oddKey,
  value: oddValue,
  how: fc.constantFrom('replace', 'remove', 'add', 'add'),
});

/** Changes one place of a JSON value: the n-th member of the n-th member …, as far as there are any. */
function changed(value: unknown, { path, ...rest }: Change): unknown {
  const [first, ...others] = path;
  if (typeof value !== 'object' || value === null) return rest.how === 'replace' ? rest.value : value;
  const keys = Object.keys(value);
  if (first === undefined || keys.length === 0) {
    if (rest.how === 'replace') return rest.value;
    if (Array.isArray(value)) return rest.how === 'add' ? [...value, rest.value] : value.slice(1);
    const entries = Object.entries(value);
    return Object.fromEntries(rest.how === 'add' ? [...entries, [rest.key, rest.value]] : entries.slice(1));
  }
  const at = keys[first % keys.length] ?? '';
  const inner = (one: unknown) => changed(one, { path: others, ...rest });
  if (Array.isArray(value)) return value.map((one, i) => (String(i) === at ? inner(one) : one));
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, key === at ? inner(one) : one]));
}

/** Gives the n-th list of a JSON value another length. */
function resized(value: unknown, at: number, length: number): unknown {
  let count = 0;
  const walk = (one: unknown): unknown => {
    if (typeof one !== 'object' || one === null) return one;
    if (!Array.isArray(one))
      return Object.fromEntries(Object.entries(one).map(([key, inner]) => [key, walk(inner)]));
    count += 1;
    return count - 1 === at ? Array.from({ length }, (_, i) => one[i % one.length]) : one.map(walk);
  };
  return walk(value);
}

const length = fc.record({ at: fc.nat(7), length: fc.constantFrom(0, 1, 2, 24, 25, 50, 51, 100, 101) });

const body = fc.oneof(
  anyIntent.map((one) => ({ intent: one })),
  fc.constant(
    intent({
      containers: [{ ...app, image: 'nginx', role: 'app', command: ['sh', '-c', 'a'], args: ['b', ''] }],
      profile: 'baseline',
    }),
  ),
  fc.constant({ example: 'log-sharing', parameters: { name: 'web', app: { image: 'nginx', port: 80 } } }),
);

test('it accepts what the schema accepts and refuses what it refuses', () => {
  const ends = { accepted: 0, refused: 0 };
  fc.assert(
    fc.property(body, fc.array(change, { maxLength: 2 }), fc.option(length), (good, changes, size) => {
      const sized = size === null ? good : resized(good, size.at, size.length);
      // As it comes from a parser: no undefined, nothing shared.
      const value: unknown = JSON.parse(JSON.stringify(changes.reduce<unknown>(changed, sized)) ?? 'null');
      const wanted = GenerateRequestSchema.safeParse(value).success;
      ends[wanted ? 'accepted' : 'refused'] += 1;
      if (readGenerateRequest(value).ok !== wanted) throw new Error(JSON.stringify({ value, wanted }));
    }),
    { numRuns: 2_000, seed: 20_261_126 },
  );
  expect(ends.accepted).toBeGreaterThan(500);
  expect(ends.refused).toBeGreaterThan(500);
});

test('no problem repeats what was sent', () => {
  const mark = 'Mark-7f3a';
  fc.assert(
    fc.property(body, change, (good, { value: _, key, how: __, path }) => {
      for (const one of [
        changed(good, { path, key, value: mark, how: 'replace' }),
        changed(good, { path, key: mark, value: mark, how: 'add' }),
      ]) {
        expect(
          JSON.stringify(readGenerateRequest(one), ['ok', 'problems', 'detail', 'pointer']),
        ).not.toContain(mark);
      }
    }),
    { numRuns: 500, seed: 20_261_126 },
  );
});
