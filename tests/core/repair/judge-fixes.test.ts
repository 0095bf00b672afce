import { judgeFixes } from '../../../src/core/repair/judge-fixes.ts';
import { limits } from '../../../src/model/limits.ts';
import type { Finding } from '../../../src/model/report.ts';

const nowhere = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

const finding = (check: string, pointer: string, more: Partial<Finding> = {}): Finding => ({
  id: `0/spec#${check}@${pointer}`,
  check,
  severity: 'warning',
  message: 'It is so.',
  containers: [],
  pointer,
  range: nowhere,
  remedy: 'Do otherwise.',
  fixable: true,
  source: 'https://kubernetes.io',
  ...more,
});

const a = finding('a', '/a');
const pod = finding('pod', '/a', { fixable: false });

test.each<
  [string, Finding[], Finding[], Finding[], (pointer: string) => string | null, Finding[], Finding[]]
>([
  ['what was to go is gone', [a], [], [a], () => null, [], []],
  ['what was to go stays', [a], [a], [a], (at) => at, [a], []],
  ['what stays moves with the edits', [a], [finding('a', '/b')], [a], () => '/b', [a], []],
  ['something new', [a], [finding('b', '/b')], [a], () => null, [], [finding('b', '/b')]],
  [
    'the same check elsewhere is something new',
    [a],
    [finding('a', '/b')],
    [a],
    () => null,
    [],
    [finding('a', '/b')],
  ],
  [
    'it is, too, when the old one was not meant to go',
    [a],
    [finding('a', '/b')],
    [],
    () => null,
    [],
    [finding('a', '/b')],
  ],
  ['what was not asked for may stay', [a], [a], [], (at) => at, [], []],
  [
    'what is waived does not count',
    [],
    [finding('b', '/b', { waived: { reason: 'x' } })],
    [],
    (at) => at,
    [],
    [],
  ],
  [
    'what tells of the Pod moves of its own accord',
    [pod],
    [finding('pod', '/b', { fixable: false })],
    [],
    () => null,
    [],
    [],
  ],
  [
    'but is not more than it was',
    [pod],
    [finding('pod', '/b', { fixable: false }), finding('pod', '/c', { fixable: false })],
    [],
    () => null,
    [],
    [finding('pod', '/c', { fixable: false })],
  ],
  [
    'and not of another container',
    [finding('pod', '/spec/ephemeralContainers/0/image', { fixable: false, containers: ['debug'] })],
    [finding('pod', '/spec/containers/0/image', { fixable: false, containers: ['agent'] })],
    [],
    () => null,
    [],
    [finding('pod', '/spec/containers/0/image', { fixable: false, containers: ['agent'] })],
  ],
])('%s', (_, before, after, fixed, follow, stayed, brought) => {
  expect(judgeFixes(before, after, new Set(fixed), follow)).toEqual({ stayed: new Set(stayed), brought });
});

test('of a check that had more than are listed, the next ones are not new', () => {
  const before = Array.from({ length: limits.findingsPerCheck }, (_, i) => finding('a', `/a/${i}`));
  const after = [finding('a', '/a/1000')];
  expect(judgeFixes(before, after, new Set(before), () => null)).toEqual({ stayed: new Set(), brought: [] });
});
