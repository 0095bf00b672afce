import { suggestField } from '../../src/manifest/suggest.ts';

const names = [
  'name',
  'hostPID',
  'hostIPC',
  'hostNetwork',
  'containers',
  'initContainers',
  'os',
  'env',
  'envFrom',
];

test.each([
  ['NAME', 'name'],
  ['hostpid', 'hostPID'],
  ['OS', 'os'],
  ['hostNetwrok', 'hostNetwork'],
  ['hostNetwork1', 'hostNetwork'],
  ['hosNetwork', 'hostNetwork'],
  ['hostNetWorkk', 'hostNetwork'],
  ['initContaners', 'initContainers'],
  ['contianer', 'containers'],
  ['nmae', 'name'],
  ['hostPIC', 'hostPID'],
  ['hostXXX', null],
  ['ox', null],
  ['nam', 'name'],
  ['nxyz', null],
  ['', null],
  ['completelyDifferent', null],
])('%s suggests %s', (key, expected) => {
  expect(suggestField(key, names)).toBe(expected);
});
