import { cleanPath, containerPath, isWithin } from '../../../src/core/volumes/paths.ts';

test.each([
  ['', ''],
  ['.', ''],
  ['/', '/'],
  ['a/', 'a'],
  ['./a', 'a'],
  ['a//b', 'a/b'],
  ['a/./b/../c', 'a/c'],
  ['../a', '../a'],
  ['../../a', '../../a'],
  ['/../a', '/a'],
  ['a/..', ''],
])('cleanPath(%p) is %p', (path, want) => {
  expect(cleanPath(path)).toBe(want);
});

test.each([
  ['data', '/data'],
  ['/data/', '/data'],
  ['', '/'],
  ['C:\\logs', 'C:\\logs'],
  ['\\\\.\\pipe\\x', '\\\\.\\pipe\\x'],
])('containerPath(%p) is %p', (path, want) => {
  expect(containerPath(path)).toBe(want);
});

test.each([
  ['/a/b', '/a', true],
  ['/a', '/a', true],
  ['/ab', '/a', false],
  ['/a', '/', true],
  ['a', '', true],
])('isWithin(%p, %p) is %p', (path, parent, want) => {
  expect(isWithin(path, parent)).toBe(want);
});
