import { limits } from '../../src/model/limits.ts';

const size = limits.bodyBytes;

/** Repeats a text up to the largest body. */
const fill = (text: string, bytes: number = size) => text.repeat(Math.floor(bytes / Buffer.byteLength(text)));
const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => `${line(index)}\n`).join('');
const pod = (spec: string) => `apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n${spec}`;
const bomb = lines(
  9,
  (i) =>
    `v${i}: &v${i} [${Array(10)
      .fill(i === 0 ? 'x' : `*v${i - 1}`)
      .join()}]`,
);

/** Texts of up to 1 MiB that hang, break or abort one YAML reader or another, and what else may be slow in this one. Made on demand. */
export const attacks: Readonly<Record<string, () => string>> = {
  '? × 400': () => '? '.repeat(400),
  '? × 2500': () => '? '.repeat(2500),
  '? × 1 MiB': () => fill('? '),
  '20,000 keys': () => lines(20_000, (i) => `k${i}: 1`),
  '90,000 keys': () => lines(90_000, (i) => `k${i}: 1`),
  'one key 250,000 times': () => fill('a: 1\n'),
  '10,000 anchors and aliases': () => lines(10_000, (i) => `a${i}: &a${i} 1\nb${i}: *a${i}`),
  '20,000 anchors and aliases': () => lines(20_000, (i) => `a${i}: &a${i} 1\nb${i}: *a${i}`),
  '20,000 aliases of one anchor': () => `a: &a {x: 1}\nv: [${Array(20_000).fill('*a').join()}]`,
  '[ × 900': () => '['.repeat(900),
  '[ × 100,000': () => '['.repeat(100_000),
  '[ × 1 MiB': () => fill('['),
  '{ × 1 MiB': () => fill('{'),
  '# c, { × 1 MiB': () => `# c\n${fill('{a: ')}`,
  '[{ × 1 MiB': () => fill('[{'),
  '] × 1 MiB': () => fill(']'),
  '- × 2000': () => '- '.repeat(2000),
  '- × 1 MiB': () => fill('- '),
  '- on lines': () => fill('-\n'),
  'deeper and deeper': () => lines(1400, (i) => `${' '.repeat(i)}a:`),
  'alias bomb 10^9': () => bomb,
  'alias bomb 10^9 in a Pod': () => pod(bomb.replace(/^/gm, '  ')),
  'alias bombs in 1,000 documents': () =>
    Array(1000)
      .fill(`a: &a [${'x,'.repeat(60)}]\nb: &b [${'*a,'.repeat(60)}]\nc: [${'*b,'.repeat(60)}]\n`)
      .join('---\n'),
  'an alias of itself': () => '&r {self: *r}',
  'a merge of itself': () => 'a: &a {<<: *a}',
  'a chain of aliases': () => `a0: &a0 [1]\n${lines(9000, (i) => `a${i + 1}: &a${i + 1} [*a${i}]`)}`,
  'a chain of merges': () =>
    `a0: &a0 {x: 1}\n${lines(9000, (i) => `a${i + 1}: &a${i + 1} {<<: *a${i}, k${i}: 1}`)}`,
  'merges of 10,000 keys': () =>
    `a: &a {${Array.from({ length: 10_000 }, (_, i) => `k${i}: 1`).join()}}\nb:\n${fill('- <<: *a\n', 90_000)}`,
  '& × 60 kB': () => '&a '.repeat(20_000),
  '& × 1 MiB': () => fill('&a '),
  '* × 1 MiB': () => fill('*a '),
  '!! × 1 MiB': () => fill('!!a '),
  '! × 1 MiB': () => fill('!'),
  'a tag of 1 MiB': () => `a: !${fill('b')} c`,
  'an escaped tag of 1 MiB': () => `a: !${fill('%41')} c`,
  'an anchor of 1 MiB': () => `a: &${fill('b')} c`,
  '" × 1 MiB': () => fill('"'),
  "' × 1 MiB": () => fill("'"),
  ': × 1 MiB': () => fill(':'),
  ': and blanks': () => fill(': '),
  ', × 1 MiB': () => fill(','),
  '| on lines': () => fill('|\n'),
  '> × 1 MiB': () => fill('>'),
  'line feeds': () => fill('\n'),
  'carriage returns': () => fill('\r'),
  'CR CR LF': () => fill('\r\r\n'),
  tabs: () => fill('\t'),
  blanks: () => fill(' '),
  '# × 1 MiB': () => fill('#'),
  comments: () => fill('# c\n'),
  'comments in a map': () => `a:\n${fill('# c\n')}  b: 1`,
  'a word of 1 MiB': () => fill('a'),
  words: () => fill('a '),
  'words on lines': () => fill('a\n'),
  'a key of 1 MiB': () => `${fill('k')}: 1`,
  'keys of 1,024 characters': () => fill(`{${'a,'.repeat(505)}}: x\n`),
  'list [a, …]': () => `a: [${fill('a,')}]`,
  'map {a, …}': () => `a: {${fill('a,')}}`,
  'pairs {a: 1}': () => fill('{a: 1}, '),
  '5,000 documents': () => fill('a: 1\n---\n', 45_000),
  'documents up to 1 MiB': () => fill('---\na\n'),
  separators: () => fill('---\n'),
  'bad separators': () => fill('--- x\n'),
  'directives and separators': () => fill('%\n---\n'),
  '1,001 Pods': () => Array(1001).fill('apiVersion: v1\nkind: Pod\nspec: {}\n').join('---\n'),
  'a block scalar': () => `a: |\n${fill('  x\n')}`,
  'a folded scalar': () => `a: >\n${fill('  x\n\n   y\n')}`,
  'an empty block scalar': () => `a: |+\n${fill('   \n')}`,
  'a quoted scalar on lines': () => `a: "${fill('x\n  ')}"`,
  escapes: () => `a: "${fill('\\n')}"`,
  'escaped line breaks': () => `a: "${fill('\\\n')}"`,
  'escapes kubectl refuses': () => `a: "${fill('\\/')}"`,
  'a plain scalar on lines': () => `a:\n${fill('  b\n')}`,
  'tabs on lines': () => `a: b\n${fill('\t \n')}`,
  'a number of 1 MiB': () => `a: ${fill('1')}`,
  'a number of underscores': () => `a: 1${fill('_')}`,
  'a hexadecimal number of 1 MiB': () => `a: 0x${fill('f')}`,
  'a fraction of 1 MiB': () => `a: .${fill('1_')}1`,
  'a binary of 1 MiB': () => `a: !!binary ${fill('aaaa')}`,
  '__proto__ × 1 MiB': () => fill('__proto__: 1\n'),
  '{{ }} × 1 MiB': () => fill('{{ .Values.x }}\n'),
  '... × 1 MiB': () => fill('...\n'),
  'control characters': () => fill('\u0001'),
  'half characters': () => fill('\ud800'),
  '1,000 containers with the same 250 mounts': () =>
    pod(
      `  m: &m [${Array.from({ length: 250 }, (_, i) => `{name: v${i}, mountPath: /m${i}}`).join()}]\n  containers:\n${lines(1000, (i) => `  - {name: c${i}, volumeMounts: *m}`)}`,
    ),
  '1,000 containers with 50 mounts': () =>
    pod(
      `  containers:\n  - volumeMounts: &m [${Array.from({ length: 50 }, (_, i) => `{name: v${i}, mountPath: /m${i}}`).join()}]\n${lines(999, (i) => `  - {name: c${i}, volumeMounts: *m}`)}`,
    ),
  'containers up to 1 MiB': () => pod(`  containers:\n${fill('  - {}\n')}`),
  '50,000 unknown fields': () => pod(lines(50_000, (i) => `  hostNetwork${i}: 1`)),
  'booleans of YAML 1.1': () => pod(`  a: [${fill('yes,')}]`),
  'wrong types': () => pod(`  containers:\n  - command: [${Array(200_000).fill('1').join()}]`),
  '1,000 templates in an object, all with booleans of YAML 1.1': () =>
    `apiVersion: jobset.x-k8s.io/v1alpha2\nkind: JobSet\nspec:\n  replicatedJobs:\n${lines(1000, () => '  - {template: {spec: {template: {spec: {hostPID: yes, hostIPC: 1, nope: 1, containers: [{}]}}}}}')}`,
  'a List of 1 MiB': () => `apiVersion: v1\nkind: List\nitems:\n${fill('- {}\n')}`,
  'a List of Pods': () =>
    `apiVersion: v1\nkind: List\nitems:\n${fill('- {apiVersion: v1, kind: Pod, spec: {}}\n')}`,
  'Lists in Lists': () => `apiVersion: v1\nkind: List\nitems: ${'[{items: '.repeat(45)}[]${'}]'.repeat(45)}`,
  'JSON [ × 1 MiB': () => `{"a":${fill('[')}`,
  'JSON of 1 MiB': () => `{"a":[${fill('{"a":1},')}1]}`,
  'JSON values in a row': () => fill('{"a":1}'),
  'JSON that turns out YAML': () => `{"a":1,${fill('b: 1,')}}`,
  'JSON escapes': () => `{"a":"${fill('\\u0041')}"}`,
  'JSON backslashes': () => `{"a":"${fill('\\\\')}"}`,
  'a JSON number of 1 MiB': () => `{"a":${fill('1')}}`,
};
