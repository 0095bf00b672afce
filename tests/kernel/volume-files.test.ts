import type { PodVolume } from '../../src/model/pod.ts';
import { tokenSources } from './admission.ts';
import { configurationOf } from './configuration.ts';
import type { Circumstances } from './environment.ts';
import { filesOf } from './volume-files.ts';

const circumstances: Circumstances = {
  pod: { metadata: { name: 'web', namespace: 'shop', labels: { app: 'web' } }, spec: {} },
  address: '',
  nodeName: '',
  configuration: configurationOf([
    { kind: 'ConfigMap', metadata: { name: 'c' }, data: { one: '1', two: '2' }, binaryData: { raw: 'AAE=' } },
    { kind: 'Secret', metadata: { name: 's' }, data: { key: 'aw==' } },
  ]),
};

/** `path mode content` of each file. */
const files = (volume: PodVolume) =>
  filesOf(volume, circumstances)?.map(
    ({ path, mode, content }) => `${path} ${mode.toString(8)} ${JSON.stringify(content.toString())}`,
  );

const items = [{ key: 'two', path: 'deep/second', mode: 0o600 }];

const volumes: readonly [string, PodVolume, readonly string[] | undefined][] = [
  ['every key', { configMap: { name: 'c' } }, ['one 644 "1"', 'two 644 "2"', 'raw 644 "\\u0000\\u0001"']],
  ['items', { configMap: { name: 'c', items, defaultMode: 0o440 } }, ['deep/second 600 "2"']],
  ['a mode for all', { secret: { secretName: 's', defaultMode: 0o400 } }, ['key 400 "k"']],
  ['an optional one that is not there', { configMap: { name: 'none', optional: true } }, []],
  [
    'the downward API',
    { downwardAPI: { items: [{ path: 'labels', fieldRef: { fieldPath: 'metadata.labels' } }] } },
    ['labels 644 "app=\\"web\\""'],
  ],
  [
    'projected sources',
    {
      projected: {
        sources: [{ secret: { name: 's' } }, { configMap: { name: 'c', items } }],
        defaultMode: 0o444,
      },
    },
    ['key 444 "k"', 'deep/second 600 "2"'],
  ],
  [
    'the token',
    { projected: tokenSources },
    ['token 644 "a token"', 'ca.crt 644 "a certificate\\n"', 'namespace 644 "shop"'],
  ],
  ['no files of its own', { emptyDir: {} }, undefined],
];

test.each(volumes)('%s', (_, volume, expected) => expect(files(volume)).toStrictEqual(expected));

test.each([
  { configMap: { name: 's' } },
  { configMap: { name: 'c', items: [{ key: 'none', path: 'none' }] } },
  { secret: { secretName: 'c' } },
])('what is not there stops the Pod: %j', (volume) =>
  expect(() => files(volume)).toThrow(/There is no|has no key/),
);
