import { comparisonOf, pod } from '../../support/compare.ts';

const spec = (...names: string[]) => ({ containers: names.map((name) => ({ name, image: 'i' })) });
const shared = (...names: string[]) => ({ ...spec(...names), shareProcessNamespace: true });
const unnamed = (of: object) => pod(of, undefined, { name: undefined, generateName: 'web-' });
const deployment = (of: object) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web' },
  spec: { template: { spec: of } },
});
const list = (...items: object[]) => ({ apiVersion: 'v1', kind: 'List', items });
/** A kind with two Pods in one object. */
const spark = (driver: object, executor: object) => ({
  apiVersion: 'sparkoperator.k8s.io/v1',
  kind: 'SparkApplication',
  metadata: { name: 'web' },
  spec: { driver: { template: { spec: driver } }, executor: { template: { spec: executor } } },
});

test.each<[string, object[], object[], string[]]>([
  [
    'by kind, namespace and name, in any order',
    [pod(spec('a'), 'x'), pod(spec('a'), 'y')],
    [pod(spec('a'), 'y'), pod(spec('a'), 'x')],
    ['Pod/default/y same 1/spec 0/spec', 'Pod/default/x same 0/spec 1/spec'],
  ],
  [
    'another namespace is another Pod',
    [pod(spec('a'))],
    [pod(spec('a'), 'web', { namespace: 'n' })],
    ['Pod/n/web added - 0/spec', 'Pod/default/web removed 0/spec -'],
  ],
  [
    'the default namespace, written or not, is one',
    [pod(spec('a'))],
    [pod(spec('a'), 'web', { namespace: 'default' })],
    ['Pod/default/web same 0/spec 0/spec'],
  ],
  [
    'another kind is another Pod',
    [pod(spec('a'))],
    [deployment(spec('a'))],
    ['Deployment/default/web added - 0/spec/template/spec', 'Pod/default/web removed 0/spec -'],
  ],
  [
    'an item of a List is the object it is',
    [pod(spec('a'))],
    [list({ apiVersion: 'v1', kind: 'Service', metadata: { name: 's' } }, pod(spec('a')))],
    ['Pod/default/web same 0/spec 0/items/1/spec'],
  ],
  [
    'without a name: what says the same, then the same containers, then in order',
    [unnamed(spec('a', 'x')), unnamed(spec('b')), unnamed(spec('c'))],
    [unnamed(spec('d')), unnamed(shared('a', 'x')), unnamed(spec('b'))],
    [
      'Pod/default/(no name) changed 2/spec 0/spec',
      'Pod/default/(no name) changed 0/spec 1/spec',
      'Pod/default/(no name) same 1/spec 2/spec',
    ],
  ],
  [
    'one name twice',
    [pod(spec('a')), pod(shared('a', 'b'))],
    [pod(shared('a', 'b'))],
    ['Pod/default/web same 1/spec 0/spec', 'Pod/default/web removed 0/spec -'],
  ],
])('%s', (_, before, after, want) => {
  const told = comparisonOf(before, after).pods.map(
    (change) => `${change.pod} ${change.status} ${change.before ?? '-'} ${change.after ?? '-'}`,
  );
  expect(told).toStrictEqual(want);
});

test('of several Pods in one object each is the one at its place', () => {
  const { pods } = comparisonOf(
    [spark(spec('a', 'b'), spec('a', 'b'))],
    [spark(shared('a', 'b'), spec('a', 'b'))],
  );
  expect(pods.map(({ status, before, after }) => [status, before, after])).toStrictEqual([
    ['changed', '0/spec/driver/template/spec', '0/spec/driver/template/spec'],
    ['same', '0/spec/executor/template/spec', '0/spec/executor/template/spec'],
  ]);
});
