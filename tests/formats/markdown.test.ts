import { analyze } from '../../src/api/analyze.ts';
import { renderMarkdown } from '../../src/formats/markdown/analysis.ts';
import { codeBlock, codeSpan, escapeText, table } from '../../src/formats/markdown/text.ts';
import { defaultOptions } from '../../src/model/options.ts';

const markdownOf = (manifest: object | string) => {
  const result = analyze(typeof manifest === 'string' ? manifest : JSON.stringify(manifest), defaultOptions);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return renderMarkdown(result.answer);
};

const pod = (spec: object, name = 'p') => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name }, spec });

/** The lines of the table below a heading cell, each as its cells (an escaped bar is no border). */
const rows = (markdown: string, head: string) => {
  const lines = markdown.split('\n');
  const start = lines.findIndex((line) => line.startsWith(`| ${head}`));
  const end = lines.findIndex((line, i) => i > start && !line.startsWith('|'));
  return lines.slice(start + 2, end).map((line) =>
    line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
};

const answers = (spec: object) => rows(markdownOf(pod(spec)), 'Namespace').map(([, answer]) => answer);

test('a volume that is another name for a shared one is not said to be unshared', () => {
  const claim = (name: string, claimName = 'x') => ({ name, persistentVolumeClaim: { claimName } });
  const container = (name: string, volume: string) => ({
    name,
    volumeMounts: [{ name: volume, mountPath: `/${volume}` }],
  });
  const spec = {
    containers: [container('a', 'c'), container('b', 'd'), container('e', 'f')],
    volumes: [claim('c'), claim('d'), claim('f', 'y')],
  };
  expect(rows(markdownOf(pod(spec)), 'Volume').map(([name, , , , shared]) => [name, shared])).toEqual(
    expect.arrayContaining([
      ['`c` (persistentVolumeClaim)', '`a` and `b` read and write'],
      ['`d` (persistentVolumeClaim)', 'Shared as `c`'],
      ['`f` (persistentVolumeClaim)', 'No'],
    ]),
  );
});

test('one row for each namespace, in the order people know', () => {
  const table = rows(markdownOf(pod({ containers: [{ name: 'a' }, { name: 'b' }] })), 'Namespace');
  expect(table.map(([kind]) => kind)).toStrictEqual([
    '**Network**',
    '**IPC**',
    '**UTS (hostname)**',
    '**PID (processes)**',
    '**Mount/filesystem**',
    '**User**',
    '**Cgroup**',
    '**Time**',
  ]);
});

const node = 'Yes, and with the node';

test.each<[string, object, string[]]>([
  ['defaults', {}, ['✅ Yes', '✅ Yes', '✅ Yes', '❌ No', '❌ No', `✅ ${node}`, '❌ No', `✅ ${node}`]],
  [
    'hostNetwork',
    { hostNetwork: true },
    [`⚠️ ${node}`, '✅ Yes', `⚠️ ${node}`, '❌ No', '❌ No', `✅ ${node}`, '❌ No', `✅ ${node}`],
  ],
  [
    'shared PID',
    { shareProcessNamespace: true, hostUsers: false },
    ['✅ Yes', '✅ Yes', '✅ Yes', '✅ Yes', '❌ No', '✅ Yes', '❌ No', `✅ ${node}`],
  ],
  [
    'a target',
    { ephemeralContainers: [{ name: 'd', targetContainerName: 'a' }] },
    ['✅ Yes', '✅ Yes', '✅ Yes', '🔸 Only `a` and `d`', '❌ No', `✅ ${node}`, '❌ No', `✅ ${node}`],
  ],
])('%s', (_, spec, want) => {
  expect(answers({ containers: [{ name: 'a' }, { name: 'b' }], ...spec })).toStrictEqual(want);
});

test('volumes make the mount row say so', () => {
  const mounts = { volumeMounts: [{ name: 'v', mountPath: '/v' }] };
  const spec = {
    volumes: [{ name: 'v' }],
    containers: [
      { name: 'a', ...mounts },
      { name: 'b', ...mounts },
    ],
  };
  expect(answers(spec)[4]).toBe('❌ No, except volumes');
  expect(rows(markdownOf(pod(spec)), 'Volume')[0]).toStrictEqual([
    '`v` (emptyDir)',
    '`a`',
    '`/v`',
    'read and write',
    '`a` and `b` read and write',
  ]);
});

test('one container shares with nobody', () => {
  expect(answers({ containers: [{ name: 'a' }] })[0]).toBe('➖ Only one container');
});

test('on Windows what does not apply says so', () => {
  expect(answers({ os: { name: 'windows' }, containers: [{ name: 'a' }, { name: 'b' }] })).toStrictEqual([
    '✅ Yes',
    ...Array.from({ length: 7 }, () => '➖ No such thing on Windows'),
  ]);
});

const hostile = [
  'a|b',
  '`x`',
  '<script>alert(1)</script>',
  '[x](javascript:x)',
  'line\nbreak',
  '![x](y)',
  '**bold**',
  '\u001b[31m',
  '$x$',
  'a\\|b',
];

test.each(hostile)('the name %j stays text', (name) => {
  const mounts = { volumeMounts: [{ name, mountPath: `/${name}` }] };
  const markdown = markdownOf(
    pod(
      {
        shareProcessNamespace: true,
        volumes: [{ name }],
        containers: [
          { name, ...mounts },
          { name: 'b', ...mounts },
        ],
      },
      name,
    ),
  );
  for (const head of ['Namespace', 'Volume', 'Can they …']) {
    const widths = new Set(rows(markdown, head).map((cells) => cells.length));
    expect([head, [...widths]]).toStrictEqual([head, [head === 'Volume' ? 5 : 3]]);
  }
  const outsideCode = markdown.replace(/(`+)[^\n]*?[^`]\1(?!`)/g, '');
  expect(outsideCode).not.toMatch(/(?<!\\)<script|(?<!\\)\[x|(?<!\\)\*\*bold/);
  expect(outsideCode).not.toContain('\u001b');
});

test('documents that could not be read are named with their line', () => {
  const markdown = markdownOf(
    `${JSON.stringify(pod({ containers: [{ name: 'a' }] }))}\n---\nkind: Pod\nspec: [\n---\nkind: Service\napiVersion: v1\n`,
  );
  expect(markdown).toContain('## The manifest\n\n- 1 object has no Pod and was skipped.\n- 🛑 Line ');
});

test('text', () => {
  expect(escapeText('a*b_c`d|e<f>\ng')).toBe('a\\*b\\_c\\`d\\|e\\<f\\>\\\\ng');
  expect(codeSpan('a`b')).toBe('``a`b``');
  expect(codeSpan('`a')).toBe('`` `a ``');
  expect(codeSpan('')).toBe('` `');
  expect(codeSpan('a|b')).toBe('`a`\\|`b`');
  expect(codeSpan('a\u202eb')).toBe('`a\\u202eb`');
  // More runs of backticks than a call may have arguments.
  expect(codeSpan('`a'.repeat(300_000)).length).toBe(600_006);
  expect(table(['x'], [['y']])).toBe('| x |\n| --- |\n| y |');
});

test.each([
  ['see nginx.conf at 10.0.0.1:80 (line 3): a.b.c.', 'see nginx.conf at 10.0.0.1:80 (line 3): a.b.c.'],
  ['(https://evil.example/x).', '(`https://evil.example/x`).'],
  ['Pod/default/www.evil.example: app', '`Pod/default/www.evil.example`: app'],
  ['@kubernetes/owners came', '`@kubernetes/owners` came'],
  ['me@evil.example, you', '`me@evil.example`, you'],
  ['ftp://a|b', '`ftp://a`\\|`b`'],
])('a word that would become a link is code: %j', (text, want) => {
  expect(escapeText(text)).toBe(want);
});

test('nothing in a block of code ends it', () => {
  expect(codeBlock('a: 1\n', 'yaml')).toBe('```yaml\na: 1\n```');
  expect(codeBlock('```\n# not markup\n````')).toBe('`````\n```\n# not markup\n````\n`````');
});
