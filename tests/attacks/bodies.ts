import { limits } from '../../src/model/limits.ts';

/** Fills a body up to the limit with repetitions of a text. */
const full = (text: string, { before = '', after = '' } = {}) =>
  before +
  text.repeat(Math.floor((limits.bodyBytes - before.length - after.length) / Buffer.byteLength(text))) +
  after;

const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => text(i)).join('');

const bomb = times(
  9,
  (i) =>
    `a${i}: &a${i} [${Array(10)
      .fill(i === 0 ? 'x' : `*a${i - 1}`)
      .join(', ')}]\n`,
);

const pod = (spec: string) => `apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n${spec}`;

const mounts = (count: number) => times(count, (i) => `      - {name: v${i}, mountPath: /m${i}}\n`);

/** What wears readers of YAML and JSON out. */
const unread: Readonly<Record<string, string>> = {
  // Known to stop one parser or another
  '400 nested keys': '? '.repeat(400),
  '2500 nested keys': '? '.repeat(2500),
  '900 brackets': '['.repeat(900),
  '100 000 brackets': '['.repeat(100_000),
  'brackets and braces': '[{'.repeat(50_000),
  '2000 dashes on a line': '- '.repeat(2000),
  'aliases that grow to 10^9': bomb,
  'an alias of itself': '&a {self: *a}',
  '20 000 keys': times(20_000, (i) => `key${i}: ${i}\n`),
  'the same key 20 000 times': 'a: 1\n'.repeat(20_000),
  '10 000 anchors and aliases': times(10_000, (i) => `- &a${i} x\n`) + times(10_000, (i) => `- *a${i}\n`),
  'one anchor, 20 000 aliases': `a: &a x\nb:\n${'- *a\n'.repeat(20_000)}`,
  'merges of merges': `a0: &a0 {k: 1}\n${times(2000, (i) => `a${i + 1}: &a${i + 1}\n  <<: [*a${i}, *a${i}]\n  k${i}: 1\n`)}`,
  // A body full of one thing
  'full of anchors': full('&a '),
  'full of tags': full('!!str '),
  'full of dashes': full('- '),
  'full of dashes, one a line': full('-\n'),
  'full of question marks': full('? '),
  'full of colons': full(': '),
  'full of keys on a line': full('a: '),
  'full of keys': full('a:\n'),
  'full of quotes': full('"'),
  'full of apostrophes': full("'"),
  'full of escapes': full('\\u0041', { before: '"', after: '"' }),
  'full of spaces': full(' '),
  'full of tabs': full('\t'),
  'full of line ends': full('\n'),
  'full of returns': full('\r'),
  'full of comments': full('# a\n'),
  'full of documents': full('---\n'),
  'full of documents with a value': full('a\n---\n'),
  'full of ends of documents': full('...\n'),
  'full of directives': full('%YAML 1.2\n'),
  'full of block scalars': full('- |\n  a\n'),
  'one block scalar': full('  a\n', { before: 'a: |\n' }),
  'one line': full('a'),
  'one number': full('1'),
  'one key': full('a', { after: ': 1' }),
  'zero bytes': full('\0'),
  'characters of four bytes': full('😀'),
  'half characters': full('\ud800'),
  'ever deeper lines': times(1400, (i) => `${' '.repeat(i)}a:\n`),
  'flow in flow': full('{a: [', { after: '1' }),
  commas: full(',', { before: '[' }),
  'empty flows': full('[],', { before: '[', after: ']' }),
  // JSON
  'deep JSON': `${'['.repeat(400_000)}${']'.repeat(400_000)}`,
  'deep JSON objects': `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`,
  'JSON in a row': full('{"kind":"Pod"}\n'),
  'an object with many keys': `{${times(60_000, (i) => `"k${i}":1,`)}"z":1}`,
  'a JSON string': full('a', { before: '{"manifest":"', after: '"}' }),
  'a JSON body with dashes': JSON.stringify({ manifest: '- '.repeat(400_000) }),
};

/** What is read, and wears out an analysis and whatever is made of it. */
export const objects: Readonly<Record<string, string>> = {
  '1000 Pods': times(1000, (i) => `${pod(`  containers: [{name: a${i}}, {name: b}]\n`)}---\n`),
  '2000 Pods': times(2000, (i) => `${pod(`  containers: [{name: a${i}}]\n`)}---\n`),
  '5000 documents': times(5000, (i) => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c${i}}\n---\n`),
  'a List of 10 000': `apiVersion: v1\nkind: List\nitems:\n${'- {apiVersion: v1, kind: Service}\n'.repeat(10_000)}`,
  'a List of Pods': `apiVersion: v1\nkind: List\nitems:\n${times(1000, (i) => `- {apiVersion: v1, kind: Pod, spec: {containers: [{name: c${i}}]}}\n`)}`,
  'Lists in Lists': 'apiVersion: v1\nkind: List\nitems: [{'.repeat(40),
  '1000 containers with 50 mounts': pod(
    `  volumes:\n${times(50, (i) => `  - {name: v${i}, emptyDir: {}}\n`)}  containers:\n  - &c\n    name: c\n    volumeMounts:\n${mounts(50)}${times(999, (i) => `  - {<<: *c, name: c${i}}\n`)}`,
  ),
  '1000 containers of one volume': pod(
    `  volumes: [{name: v, emptyDir: {}}]\n  containers:\n${times(1000, (i) => `  - {name: c${i}, volumeMounts: [{name: v, mountPath: /v, subPath: a/b${i}}]}\n`)}`,
  ),
  '1000 containers of a volume of the node': pod(
    `  volumes: [{name: v, hostPath: {path: /}}]\n  containers:\n${times(1000, (i) => `  - {name: c${i}, volumeMounts: [{name: v, mountPath: /v}]}\n`)}`,
  ),
  '1000 containers with 10 ports': pod(
    `  containers:\n${times(1000, (i) => `  - {name: c${i}, ports: [${Array(10).fill('{containerPort: 80}').join(', ')}]}\n`)}`,
  ),
  'Pods with as many pairs as may be': times(
    300,
    () => `${pod(`  containers: [${times(24, (i) => `{name: c${i}},`)}]\n`)}---\n`,
  ),
  '10 000 containers': pod(`  containers:\n${'  - {name: a}\n'.repeat(10_000)}`),
  'one container with 20 000 mounts': pod(`  containers:\n  - name: a\n    volumeMounts:\n${mounts(20_000)}`),
  '10 000 volumes': pod(
    `  containers: [{name: a}]\n  volumes:\n${times(10_000, (i) => `  - {name: v${i}}\n`)}`,
  ),
  'Pods on one claim': times(
    500,
    (i) =>
      `${pod(`  hostPID: true\n  volumes: [{name: v, persistentVolumeClaim: {claimName: c}}]\n  containers: [{name: a${i}, volumeMounts: [{name: v, mountPath: /v}]}]\n`)}---\n`,
  ),
  'unknown fields': pod(`  containers: [{name: a}]\n${times(20_000, (i) => `  unknwon${i}: 1\n`)}`),
};

export const bodies: Readonly<Record<string, string>> = { ...unread, ...objects };
