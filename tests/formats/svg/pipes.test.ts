import fc from 'fast-check';
import type { VolumeReport } from '../../../src/model/report.ts';
import { anyPod } from '../../support/any-pod.ts';
import { startCpuTimer } from '../../support/cpu-time.cjs';
import { analysisOf, render } from '../rendering.ts';
import { descendants, type Element, parseXml } from '../xml.ts';

const draw = (...pods: object[]): Element => parseXml(render('svg', analysisOf(pods)));

const numbers = (text = '') => text.split(' ').filter(Boolean).map(Number);

type Tree = { volume: string | undefined; containers: number[]; writers: number[] };

const pipesIn = (svg: Element) =>
  descendants(svg)
    .filter(({ attributes }) => 'data-volume' in attributes)
    .map(({ attributes, children }) => ({
      volume: attributes['data-volume'],
      containers: numbers(attributes['data-containers']),
      writers: numbers(attributes['data-writers']),
      ...shapesOf(children),
    }));

/** Where the pipe lies, and its arrows: the place of each, and what is at its lower end. */
function shapesOf(children: readonly Element[]) {
  const [pipe] = children.filter(({ name }) => name === 'rect');
  const [x, y, width] = ['x', 'y', 'width'].map((each) => Number(pipe?.attributes[each]));
  const dots = children.filter(({ name }) => name === 'circle').map(({ attributes: { cx } }) => Number(cx));
  const arrows = children
    .filter(({ attributes }) => attributes['class'] === 'arrow' && 'd' in attributes)
    .map(({ attributes: { d = '' } }) => ({
      x: Number(d.split(' ')[1]),
      heads: d.split('Z').length - 1,
    }));
  const gaps = children
    .filter(({ attributes }) => attributes['class'] === 'gap')
    .flatMap(({ attributes: { d = '' } }) => d.split('M ').filter(Boolean).map(Number.parseFloat));
  return { left: x ?? 0, right: (x ?? 0) + (width ?? 0), y: y ?? 0, dots, arrows, gaps };
}

const treeOf = ({ volume, containers, writers }: Tree): Tree => ({ volume, containers, writers });

const unique = (trees: readonly Tree[]) => [...new Set(trees.map((tree) => JSON.stringify(tree)))].sort();

const container = (name: string, ...mounts: [subPath: string, access: 'ro' | 'rw'][]) => ({
  name,
  volumeMounts: mounts.map(([subPath, access]) => ({
    name: 'v',
    mountPath: `/${name}/${subPath}`,
    subPath,
    readOnly: access === 'ro',
  })),
});

const podOf = (...containers: object[]) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'p' },
  spec: { containers, volumes: [{ name: 'v', emptyDir: {} }] },
});

test('law: pipes join exactly those who see the same files, arrows tell who writes', () => {
  fc.assert(
    fc.property(anyPod, (pod) => {
      const analysis = analysisOf([pod]);
      const drawn = pipesIn(parseXml(render('svg', analysis)))
        .map(treeOf)
        .filter(({ containers }) => containers.length > 1);
      const wanted = analysis.pods.flatMap(({ containers, volumes }) => {
        const columns = (names: readonly string[]) =>
          names.map((each) => containers.findIndex(({ name }) => name === each));
        const overlapsOf = ({ name, overlaps }: VolumeReport) =>
          overlaps.map((overlap) => ({
            volume: name,
            containers: columns(overlap.containers),
            writers: columns(overlap.writers),
          }));
        return volumes.filter(({ origin }) => origin === 'declared').flatMap(overlapsOf);
      });
      expect(drawn).toHaveLength(unique(drawn).length);
      expect(unique(drawn)).toStrictEqual(unique(wanted));
    }),
    { numRuns: 200, seed: 8 },
  );
});

/** Containers that mount some of a few sub-paths each. */
const anySubPaths = fc
  .array(
    fc.uniqueArray(
      fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'a/x', ''), fc.constantFrom('ro' as const, 'rw' as const)),
      { maxLength: 5, selector: ([subPath]) => subPath },
    ),
    { minLength: 1, maxLength: 14 },
  )
  .map((each) => podOf(...each.map((mounts, i) => container(`c${i}`, ...mounts))));

test('law: an arrow lies on no other, ends at its own pipe, and leaves a gap in each pipe it crosses', () => {
  fc.assert(
    fc.property(anySubPaths, (pod) => {
      const pipes = pipesIn(draw(pod));
      const places = pipes.flatMap(({ arrows }) => arrows.map(({ x }) => x)).sort((a, b) => a - b);
      expect(places.every((x, i) => i === 0 || x - (places[i - 1] ?? 0) > 5)).toBe(true);
      for (const [i, pipe] of pipes.entries()) {
        expect(pipe.arrows).toHaveLength(pipe.containers.length);
        expect(pipe.dots).toStrictEqual(
          pipe.arrows.filter((_, j) => !pipe.writers.includes(pipe.containers[j] ?? -1)).map(({ x }) => x),
        );
        for (const { x, heads } of pipe.arrows) {
          expect(heads).toBe(pipe.dots.includes(x) ? 1 : 2);
          expect(pipe.left < x && x < pipe.right).toBe(true);
          const crossed = pipes.filter(({ y, left, right }) => y < pipe.y && left < x && x < right);
          expect(crossed.every((each) => pipes.indexOf(each) < i)).toBe(true);
          expect(crossed.length === 0 || pipe.gaps.includes(x)).toBe(true);
        }
        const level = pipes.filter(({ y }) => y === pipe.y);
        expect(
          level.every(({ left, right }) => left === pipe.left || left > pipe.right || right < pipe.left),
        ).toBe(true);
      }
    }),
    { numRuns: 60, seed: 11 },
  );
});

const treesOf = (...containers: object[]) => pipesIn(draw(podOf(...containers))).map(treeOf);

test.each([
  ['nothing', [container('a', ['x', 'rw']), container('b', ['x', 'rw'])], []],
  [
    'a sub-path of its own',
    [container('a', ['x', 'rw']), container('b', ['x', 'ro'], ['own', 'rw'])],
    [{ volume: 'v', containers: [1], writers: [1] }],
  ],
  [
    'several that it only reads',
    [container('a', ['x', 'rw']), container('b', ['x', 'rw'], ['one', 'ro'], ['two', 'ro'])],
    [{ volume: 'v', containers: [1], writers: [] }],
  ],
  [
    'the rest of the volume',
    [container('a', ['', 'rw']), container('b', ['x', 'ro'])],
    [{ volume: 'v', containers: [0], writers: [0] }],
  ],
  [
    'nothing: it lies in what both see',
    [container('a', ['', 'rw'], ['x', 'rw']), container('b', ['', 'ro'])],
    [],
  ],
  [
    'one with a name that begins alike',
    [container('a', ['x', 'rw'], ['x-y', 'ro']), container('b', ['x', 'rw'])],
    [{ volume: 'v', containers: [0], writers: [] }],
  ],
])('what a container has alone: %s', (_, containers, want) => {
  expect(treesOf(...containers).filter((tree) => tree.containers.length === 1)).toStrictEqual(want);
});

const textsIn = (svg: Element) =>
  descendants(svg)
    .filter(({ name }) => name === 'text')
    .map(({ text }) => text);

const subPaths = (count: number) => Array.from({ length: count }, (_, i) => `s${i}`);

test('places that the same containers share and write in the same way are one pipe', () => {
  const mounts = subPaths(20).map((subPath) => [subPath, 'rw'] as [string, 'rw']);
  const svg = draw(podOf(container('a', ...mounts), container('b', ...mounts)));
  expect(pipesIn(svg).map(treeOf)).toStrictEqual([{ volume: 'v', containers: [0, 1], writers: [0, 1] }]);
  expect(textsIn(svg)).toContain('/a/s0 +19');
});

test('for as many as have room below a mount there are pipes, and it says how many are not drawn', () => {
  const others = subPaths(11).map((subPath) => container(subPath, [subPath, 'ro']));
  const mounts = subPaths(11).map((subPath) => [subPath, 'rw'] as [string, 'rw']);
  const svg = draw(podOf(container('hub', ...mounts), ...others));
  expect(pipesIn(svg)).toHaveLength(6);
  expect(textsIn(svg)).toContain('5 more places in it are not drawn.');
});

test('many long sub-paths are drawn fast', () => {
  const deep = 'a/'.repeat(1000);
  const mounts = subPaths(300).map((subPath) => [`${deep}${subPath}`, 'ro'] as [string, 'ro']);
  const analysis = analysisOf([podOf(...subPaths(4).map((name) => container(name, ...mounts)))]);
  const spent = startCpuTimer();
  render('svg', analysis);
  expect(spent()).toBeLessThan(1000);
});
