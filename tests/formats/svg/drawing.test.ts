import fc from 'fast-check';
import { textWidth } from '../../../src/formats/svg/shapes.ts';
import type { PodReport } from '../../../src/model/report.ts';
import { anyPod } from '../../support/any-pod.ts';
import { analysisOf, render } from '../rendering.ts';
import { descendants, type Element, parseXml } from '../xml.ts';

const draw = (...pods: object[]): Element => parseXml(render('svg', analysisOf(pods)));

const groups = (svg: Element, attribute: string) =>
  descendants(svg).filter(({ name, attributes }) => name === 'g' && attribute in attributes);

const numbers = (text = '') => text.split(' ').filter(Boolean).map(Number);

/** The bands, as a report would give them: kind, scope and columns of each instance. */
const bandsIn = (svg: Element) =>
  groups(svg, 'data-scope').map(({ attributes }) => ({
    kind: attributes['data-kind'],
    scope: attributes['data-scope'],
    containers: numbers(attributes['data-containers']),
  }));

const bandsOf = ({ containers, namespaces, runtimeMounts }: PodReport) => {
  const indexes = new Map(containers.map(({ name }, index) => [name, index]));
  const shm = runtimeMounts.filter(({ path }) => path === '/dev/shm');
  return [
    ...namespaces.map(({ kind, instances }) => ({ kind: kind as string, instances })),
    ...shm.map(({ path, instances }) => ({ kind: path as string, instances })),
  ].flatMap(({ kind, instances }) =>
    instances.map(({ scope, containers: names }) => ({
      kind,
      scope,
      containers: names.map((name) => indexes.get(name)),
    })),
  );
};

const sorted = (values: readonly object[]) => values.map((value) => JSON.stringify(value)).sort();

test('law: there is a band for every instance, and it names exactly its containers', () => {
  fc.assert(
    fc.property(anyPod, (pod) => {
      const analysis = analysisOf([pod]);
      const drawn = bandsIn(parseXml(render('svg', analysis)));
      expect(sorted(drawn)).toStrictEqual(sorted(analysis.pods.flatMap(bandsOf)));
    }),
    { numRuns: 200, seed: 5 },
  );
});

type Span = readonly [left: number, right: number];
const spanOf = ({ attributes: { x, width } }: Element): Span => [Number(x), Number(x) + Number(width)];
const covers = ([left, right]: Span, [from, to]: Span) => left <= from + 1 && right >= to - 1;
const meets = ([left, right]: Span, [from, to]: Span) => left < to - 1 && right > from + 1;

test('law: the boxes of a band cover the columns it names and touch no other', () => {
  fc.assert(
    fc.property(anyPod, (pod) => {
      const svg = draw(pod);
      const columns = groups(svg, 'data-container').map(({ children }) =>
        spanOf(rects(children)[0] as Element),
      );
      for (const band of groups(svg, 'data-scope')) {
        const boxes = rects(band.children).map(spanOf);
        const named = new Set(numbers(band.attributes['data-containers']));
        for (const [index, column] of columns.entries()) {
          expect(boxes.some((box) => covers(box, column))).toBe(named.has(index));
          expect(boxes.some((box) => meets(box, column))).toBe(named.has(index));
        }
      }
    }),
    { numRuns: 200, seed: 6 },
  );
});

const rects = (elements: readonly Element[]) => elements.filter(({ name }) => name === 'rect');

test('law: nothing is drawn outside the picture, and pieces of a band do not lie on each other', () => {
  fc.assert(
    fc.property(anyPod, (pod) => {
      const svg = draw(pod);
      const height = Number(svg.attributes['height']);
      for (const { attributes } of rects(descendants(svg))) {
        expect(Number(attributes['x']) + Number(attributes['width'])).toBeLessThanOrEqual(640);
        expect(Number(attributes['y']) + Number(attributes['height'])).toBeLessThanOrEqual(height);
      }
    }),
    { numRuns: 100, seed: 7 },
  );
});

const pod = (containers: number, extra = {}) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'p' },
  spec: { containers: Array.from({ length: containers }, (_, i) => ({ name: `c${i}` })), ...extra },
});

const textsIn = (svg: Element) =>
  descendants(svg)
    .filter(({ name }) => name === 'text')
    .map(({ text }) => text);

test('past twelve containers and ten Pods it says how many are not drawn', () => {
  expect(textsIn(draw(pod(15)))).toContain('3 more containers are not drawn.');
  expect(textsIn(draw(pod(13)))).toContain('1 more container is not drawn.');
  expect(groups(draw(pod(15)), 'data-container')).toHaveLength(12);
  const many = draw(...Array.from({ length: 13 }, () => pod(1)));
  expect(textsIn(many)).toContain('3 more Pods are not drawn.');
  expect(groups(many, 'data-container')).toHaveLength(10);
});

test('what is shared by some who stand apart is in parts, joined by a wire above the others', () => {
  const svg = draw(pod(3, { ephemeralContainers: [{ name: 'debug', targetContainerName: 'c0' }] }));
  const [band] = groups(svg, 'data-scope').filter(
    ({ attributes }) => attributes['data-kind'] === 'pid' && attributes['data-containers'] === '0 3',
  );
  const shapes = (band?.children ?? []).map(({ name, attributes, text }) => [
    name,
    attributes['class'],
    text,
  ]);
  expect(shapes.slice(1)).toStrictEqual([
    ['path', 'wire shared', ''],
    ['rect', 'shared', ''],
    ['text', 'on-fill strong middle', 'shared by 2 of 4'],
    ['rect', 'shared', ''],
    ['text', 'on-fill strong middle', 'shared by 2 of 4'],
  ]);
});

test('a wire is painted as its band, and those it crosses have a gap', () => {
  const privileged = { privileged: true };
  const svg = draw(
    pod(0, {
      containers: [
        { name: 'a', securityContext: privileged },
        { name: 'b' },
        { name: 'c', securityContext: privileged },
      ],
      ephemeralContainers: [
        { name: 'd', targetContainerName: 'a' },
        { name: 'e', targetContainerName: 'b' },
      ],
    }),
  );
  const wires = groups(svg, 'data-scope').map(({ attributes, children }) => [
    `${attributes['data-kind']} ${attributes['data-containers']}`,
    ...children.filter(({ name }) => name === 'path').map((each) => each.attributes['class']),
  ]);
  expect(wires.filter(([, ...classes]) => classes.length > 0)).toStrictEqual([
    ['pid 1 4', 'wire shared'],
    ['pid 0 3', 'gap', 'wire shared'],
    ['cgroup 0 2', 'wire host'],
  ]);
});

test('a narrow card is as high as the longest name or role in it', () => {
  const svg = draw(pod(8, { ephemeralContainers: [{ name: 'd' }] }));
  for (const { children } of groups(svg, 'data-container')) {
    const height = Number(rects(children)[0]?.attributes['height']);
    expect(height).toBeGreaterThan(textWidth('ephemeral') + 6);
  }
});

test.each([
  [1, 'first'],
  [2, 'one after another'],
  [3, 'one after another'],
])('%d that start in turn: the words beside them stand above the line', (count, words) => {
  const initContainers = Array.from({ length: count }, (_, i) => ({ name: `i${i}` }));
  const shapes = descendants(draw(pod(2, { initContainers })));
  const y = Number(shapes.find(({ text, name }) => name === 'text' && text === words)?.attributes['y']);
  const [rule] = shapes.filter(({ attributes }) => attributes['class'] === 'rule');
  expect(Number(rule?.attributes['d']?.split(' ')[2])).toBeGreaterThan(y + 4);
});

test('names and paths that differ only at the end can be told apart', () => {
  const ends = ['data', 'logs', 'metrics', 'cache', 'run'];
  const svg = draw(
    pod(0, {
      containers: ends.map((end) => ({
        name: `application-${end}`,
        volumeMounts: [{ name: `certificates-of-the-${end}`, mountPath: `/var/lib/application/${end}` }],
      })),
      volumes: ends.map((end) => ({ name: `certificates-of-the-${end}`, emptyDir: {} })),
    }),
  );
  const names = descendants(svg).filter(({ attributes }) => attributes['class']?.includes('name'));
  expect(names).toHaveLength(15);
  expect(new Set(names.map(({ text }) => text)).size).toBe(15);
});

test.each([
  [1, 0, 'alone ↓'],
  [1, 1, 'then alone ↓'],
  [2, 0, 'all together ↓'],
  [2, 1, 'then together ↓'],
])('%d app containers after %d init containers run %s', (apps, inits, words) => {
  const initContainers = Array.from({ length: inits }, (_, i) => ({ name: `i${i}` }));
  expect(textsIn(draw(pod(apps, { initContainers })))).toContain(words);
});

test('one storage by two names: there is a box above each arrow', () => {
  const claim = { persistentVolumeClaim: { claimName: 'c' } };
  const containers = ['v', 'w'].map((name) => ({ name, volumeMounts: [{ name, mountPath: '/data' }] }));
  const svg = draw(pod(0, { containers, volumes: ['v', 'w'].map((name) => ({ name, ...claim })) }));
  expect(groups(svg, 'data-mount').map(({ attributes }) => attributes['data-mount'])).toStrictEqual([
    '0',
    '1',
  ]);
  expect(groups(svg, 'data-other-name').map(({ attributes }) => attributes['data-other-name'])).toStrictEqual(
    ['1'],
  );
  expect(textsIn(svg)).toContain('by another name');
});

test('a volume that only those mount who are not drawn is not drawn', () => {
  const containers = Array.from({ length: 13 }, (_, i) => ({
    name: `c${i}`,
    volumeMounts: i === 12 ? [{ name: 'v', mountPath: '/v' }] : [],
  }));
  const texts = textsIn(draw(pod(0, { containers, volumes: [{ name: 'v', emptyDir: {} }] })));
  expect(texts).not.toContain('v');
  expect(texts).toContain('1 more volume is not drawn.');
});

test('what a volume is and who shares it is said in full', () => {
  const volumes = [{ name: 'v', persistentVolumeClaim: { claimName: 'c' } }];
  const volumeMounts = [{ name: 'v', mountPath: '/v', readOnly: true }];
  const containers = [
    { name: 'a', volumeMounts },
    { name: 'b', volumeMounts },
  ];
  const texts = textsIn(draw(pod(0, { containers, volumes })));
  expect(texts).toContain('persistentVolumeClaim');
  expect(texts).toContain('read only');
});

test.each([
  ['no Pod', [{ apiVersion: 'v1', kind: 'Service' }], 'There is no Pod in this manifest.'],
  ['no container', [{ apiVersion: 'v1', kind: 'Pod', spec: { containers: [] } }], 'It has no containers.'],
  [
    'Windows',
    [pod(2, { os: { name: 'windows' } })],
    'Not on Windows: IPC, Hostname, Processes, File system, Users, Cgroup, Clocks.',
  ],
])('%s', (_, objects, want) => {
  expect(textsIn(draw(...objects))).toContain(want);
});

test('it is a picture with a name and a description, and follows the colour scheme', () => {
  const svg = draw(pod(2));
  const [title, desc, style] = svg.children;
  expect(svg.attributes).toMatchObject({
    role: 'img',
    viewBox: /^0 0 640 \d+$/.exec(svg.attributes['viewBox'] ?? '')?.[0],
  });
  expect([title?.name, title?.text]).toStrictEqual(['title', 'What the containers of Pod p share']);
  expect([desc?.name, desc?.text.slice(0, 35)]).toStrictEqual([
    'desc',
    'Pod p has 2 containers: c0 and c1. ',
  ]);
  expect(style?.text).toContain('@media (prefers-color-scheme:dark)');
});
