import { quote } from '../../src/formats/mermaid/statement.ts';
import { analysisOf, render } from './rendering.ts';

test.each([
  [['app', 'sidecar'], '"app<br/>sidecar"'],
  [['say "hi"'], '"say #34;hi#34;"'],
  [['a#b;c'], '"a#35;b#59;c"'],
  [['<b>[x](y)'], '"#60;b#62;#91;x#93;(y)"'],
  [['%%{init}'], '"#37;#37;#123;init#125;"'],
  [['`x`'], '"#96;x#96;"'],
  [['a\nb'], '"a#92;nb"'],
  [['日本 🙂'], '"日本 #128578;"'],
  [['x'.repeat(99)], `"${'x'.repeat(59)}…"`],
])('%j is quoted as %s', (texts, want) => {
  expect(quote(...texts)).toBe(want);
});

const pod = (containers: number, volumes: number, name = 'p') => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name },
  spec: {
    containers: Array.from({ length: containers }, (_, i) => ({
      name: `c${i}`,
      volumeMounts: Array.from({ length: volumes }, (__, v) => ({ name: `v${v}`, mountPath: `/v${v}` })),
    })),
    volumes: Array.from({ length: volumes }, (_, v) => ({ name: `v${v}`, emptyDir: {} })),
  },
});

const lines = (...pods: object[]) => render('mermaid', analysisOf(pods)).trimEnd().split('\n');

test('a Pod with one volume', () => {
  expect(lines(pod(2, 1)).slice(0, -3)).toStrictEqual([
    'flowchart TB',
    '  subgraph p0["Pod p"]',
    '    direction TB',
    '    p0c0["c0<br/>app container"]',
    '    p0c1["c1<br/>app container"]',
    '    p0s0{{"shared<br/>network, IPC, hostname, /dev/shm"}}:::shared',
    '    p0s1{{"the node#39;s, as always<br/>users, clocks"}}:::node',
    '    p0v0[("v0<br/>emptyDir")]',
    '  end',
    '  p0c0 --- p0s0',
    '  p0c1 --- p0s0',
    '  p0c0 --- p0s1',
    '  p0c1 --- p0s1',
    '  p0c0 <-->|"/v0"| p0v0',
    '  p0c1 <-->|"/v0"| p0v0',
  ]);
});

test.each([
  [12, 8, 90, true],
  [12, 4, 72, false],
  [13, 0, 24, true],
  [1, 8, 9, false],
  [1, 9, 9, true],
])('%d containers and %d volumes: %d lines, more: %s', (containers, volumes, edges, more) => {
  const written = lines(pod(containers, volumes));
  expect(written.filter((line) => /---|-->/.test(line)).length).toBe(edges);
  expect(written.includes('    p0more["more is in the report"]')).toBe(more);
});

test('it stays within what Mermaid draws by default', () => {
  const longest = '"'.repeat(300);
  const many = Array.from({ length: 40 }, () => pod(12, 8, longest));
  const written = lines(...many);
  expect(written.join('\n').length).toBeLessThan(50_000);
  expect(written.filter((line) => /---|-->/.test(line)).length).toBeLessThanOrEqual(500);
  expect(written.at(-4)).toBe('  more["35 more Pods"]');
  expect(written.filter((line) => line.includes('subgraph')).length).toBe(5);
});

test('no Pod', () => {
  expect(lines({ apiVersion: 'v1', kind: 'Service' })[1]).toBe('  none["There is no Pod in this manifest."]');
});
