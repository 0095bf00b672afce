import { buildWorkload } from '../../src/core/workload.ts';
import { workloadKinds } from '../../src/model/vocabulary.ts';
import { podOf, readObjects } from './manifest.ts';

const names: Readonly<Record<(typeof workloadKinds)[number], string>> = {
  Pod: 'web',
  Deployment: 'web-5d8f7c9b6d-x7k2p',
  StatefulSet: 'web-0',
  DaemonSet: 'web-x7k2p',
  Job: 'web-x7k2p',
  CronJob: 'web-29402190-x7k2p',
};

test.each(workloadKinds)('the Pod of a %s', (kind) => {
  const { manifest } = buildWorkload(kind, { name: 'web', namespace: 'shop' }, { hostname: 'h' });
  const [pod] = readObjects(JSON.stringify(manifest)).map(podOf);
  expect(pod?.metadata).toMatchObject({ name: names[kind], namespace: 'shop' });
  expect(pod?.spec.hostname).toBe('h');
});

test('other objects have none, a List is what is in it, nulls are absent, and empty documents are no objects', () => {
  const text =
    '---\n# nothing\n---\nkind: List\nitems: [{kind: ConfigMap}]\n---\nkind: Pod\nmetadata: {name: web}\nspec: {volumes: null, hostPID: true}\n';
  expect(readObjects(text).map(podOf)).toStrictEqual([
    undefined,
    { metadata: { name: 'web' }, spec: { hostPID: true } },
  ]);
});
