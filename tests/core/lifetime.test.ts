import type { PodSpec } from '../../src/model/pod.ts';
import { reportOf } from '../support/report-of.ts';

const sidecar = { restartPolicy: 'Always' };
const spec: PodSpec = {
  initContainers: [{ name: 'i1' }, { name: 's', ...sidecar }, { name: 'i2' }],
  containers: [{ name: 'a' }, { name: 'b', restartPolicy: 'Always' }],
  ephemeralContainers: [{ name: 'e' }],
};

test('containers stand in start order with their roles', () => {
  expect(reportOf(spec).containers.map(({ name, role }) => `${name} ${role}`)).toStrictEqual([
    'i1 init',
    's sidecar',
    'i2 init',
    'a app',
    'b app',
    'e ephemeral',
  ]);
});

// Source: kubernetes pkg/kubelet/kuberuntime/kuberuntime_container.go, computeInitContainerActions.
test.each([
  ['i1', 's', 'a-before-b'],
  ['i1', 'i2', 'a-before-b'],
  ['i1', 'a', 'a-before-b'],
  ['i1', 'e', 'concurrent'],
  ['s', 'i2', 'concurrent'],
  ['s', 'a', 'concurrent'],
  ['i2', 'b', 'a-before-b'],
  ['a', 'b', 'concurrent'],
  ['b', 'e', 'concurrent'],
])('%s and %s: %s', (a, b, want) => {
  expect(reportOf(spec).pairs?.find((pair) => pair.a === a && pair.b === b)?.lifetime).toBe(want);
});

test.each(['Never', 'OnFailure', undefined])(
  'an init container with restartPolicy %s is plain',
  (restartPolicy) => {
    const init = restartPolicy === undefined ? { name: 'i' } : { name: 'i', restartPolicy };
    expect(reportOf({ initContainers: [init] }).containers[0]?.role).toBe('init');
  },
);
