import { buildWorkload } from '../../src/core/workload.ts';
import { readManifest } from '../../src/manifest/read-manifest.ts';
import { workloadKinds } from '../../src/model/vocabulary.ts';
import { findingsOf } from '../support/pod-manifest.ts';

const spec = { containers: [{ name: 'app', image: 'busybox' }] };

test.each(workloadKinds)('a %s is read back with its Pod, and the API server would take it', (kind) => {
  const { manifest, pointer } = buildWorkload(kind, { name: 'web', namespace: 'shop' }, spec);
  const [document] = readManifest(JSON.stringify(manifest)).documents;
  expect(document).toMatchObject({ status: 'analyzed', kind, name: 'web', problems: [] });
  const [pod] = document?.pods ?? [];
  expect(pod).toMatchObject({ pointer, namespace: 'shop', spec });
  expect(pod && findingsOf(pod).filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('without a Kubernetes namespace none is written', () => {
  expect(buildWorkload('Pod', { name: 'web' }, spec).manifest['metadata']).toEqual({ name: 'web' });
});

test('a selector fits the labels of its template', () => {
  expect(buildWorkload('Deployment', { name: 'web' }, spec).manifest).toMatchObject({
    spec: { selector: { matchLabels: { app: 'web' } }, template: { metadata: { labels: { app: 'web' } } } },
  });
});
