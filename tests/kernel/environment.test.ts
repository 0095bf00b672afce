import { configurationOf } from './configuration.ts';
import { type Circumstances, expand, fieldOf, withEnvironment } from './environment.ts';

const circumstances: Circumstances = {
  pod: {
    metadata: { name: 'web', namespace: 'shop', uid: 'u-1', labels: { b: 'two', a: 'on"e' } },
    spec: {},
  },
  address: '10.0.0.7',
  nodeName: 'node-1',
  configuration: configurationOf([
    { kind: 'ConfigMap', metadata: { name: 'settings' }, data: { colour: 'blue' } },
    {
      kind: 'Secret',
      metadata: { name: 'login' },
      data: { password: 'c2VzYW1l' },
      stringData: { user: 'ali' },
    },
  ]),
};

test.each([
  ['metadata.name', 'web'],
  ['metadata.namespace', 'shop'],
  ['metadata.uid', 'u-1'],
  ["metadata.labels['a']", 'on"e'],
  ["metadata.labels['c']", ''],
  ["metadata.annotations['a']", ''],
  ['metadata.labels', 'a="on\\"e"\nb="two"'],
  ['metadata.annotations', ''],
  ['spec.nodeName', 'node-1'],
  ['spec.serviceAccountName', 'default'],
  ['status.podIP', '10.0.0.7'],
  ['metadata.generation', undefined],
])('field %s', (path, value) => expect(fieldOf(circumstances, path)).toBe(value));

test.each([
  ['$(A)-$(B)', 'one-$(B)'],
  ['$$(A) $$$(A)', '$(A) $one'],
  ['$A $( $(A', '$A $( $(A'],
  ['$()', '$()'],
])('%s with A=one', (text, expanded) => expect(expand(text, new Map([['A', 'one']]))).toBe(expanded));

test('an environment is filled in as the kubelet does', () => {
  const container = {
    command: ['sh', '-c', 'echo $(COLOUR) $(X_user) $HOME'],
    args: ['$(MISSING)'],
    envFrom: [
      { prefix: 'X_', secretRef: { name: 'login' } },
      { configMapRef: { name: 'none', optional: true } },
    ],
    env: [
      { name: 'COLOUR', valueFrom: { configMapKeyRef: { name: 'settings', key: 'colour' } } },
      { name: 'BOTH', value: '$(COLOUR) $(X_user)' },
      { name: 'X_password', value: 'own' },
      { name: 'NONE', valueFrom: { secretKeyRef: { name: 'login', key: 'none', optional: true } } },
      { name: 'POD', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
    ],
  };
  expect(withEnvironment(container, circumstances)).toStrictEqual({
    ...container,
    command: ['sh', '-c', 'echo blue ali $HOME'],
    args: ['$(MISSING)'],
    env: [
      { name: 'X_password', value: 'own' },
      { name: 'X_user', value: 'ali' },
      { name: 'COLOUR', value: 'blue' },
      { name: 'BOTH', value: 'blue $(X_user)' },
      { name: 'POD', value: 'web' },
    ],
  });
});

test.each([
  { env: [{ name: 'A', valueFrom: { secretKeyRef: { name: 'login', key: 'none' } } }] },
  { env: [{ name: 'A', valueFrom: { fieldRef: { fieldPath: 'metadata.generation' } } }] },
  { envFrom: [{ configMapRef: { name: 'login' } }] },
])('what is not there stops the container: %j', (container) => {
  expect(() => withEnvironment(container, circumstances)).toThrow('There is no');
});
