import fc from 'fast-check';
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

test('law: there is a band for every instance, and it names exactly its containers', () => {
  fc.assert(
    fc.property(anyPod, (pod) => {
      const analysis = analysisOf([pod]);
      expect(bandsIn(parseXml(render('svg', analysis)))).toStrictEqual(analysis.pods.flatMap(bandsOf));
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

test('law: pipes join exactly those who see the same files, arrows tell who writes', () => {
  fc.assert(
    fc.property(anyPod, (pod) => {
      const analysis = analysisOf([pod]);
      const drawn = groups(parseXml(render('svg', analysis)), 'data-volume')
        .map(({ attributes }) => ({
          volume: attributes['data-volume'],
          containers: numbers(attributes['data-containers']),
          writers: numbers(attributes['data-writers']),
        }))
        .filter(({ containers }) => containers.length > 1);
      const wanted = analysis.pods.flatMap(({ containers, volumes }) =>
        volumes
          .filter(({ origin }) => origin === 'declared')
          .flatMap(({ name, overlaps }) =>
            overlaps.map((overlap) => ({
              volume: name,
              containers: overlap.containers.map((each) => containers.findIndex((c) => c.name === each)),
              writers: overlap.writers.map((each) => containers.findIndex((c) => c.name === each)),
            })),
          ),
      );
      expect(drawn).toStrictEqual(wanted);
    }),
    { numRuns: 200, seed: 8 },
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
    ['path', 'wire', ''],
    ['rect', 'shared', ''],
    ['text', 'on-fill strong middle', 'shared by 2 of 4'],
    ['rect', 'shared', ''],
    ['text', 'on-fill strong middle', 'shared by 2 of 4'],
  ]);
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
