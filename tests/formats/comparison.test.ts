import { renderComparison } from '../../src/formats/markdown/comparison.ts';
import { comparisonOf, pod } from '../support/compare.ts';
import { parseMarkdown } from './github-markdown.ts';
import { hostileNames } from './hostile-names.ts';
import { descendants } from './xml.ts';

const mounting = (name: string, volume: string) => ({
  name,
  image: 'i',
  ports: [{ containerPort: 80, protocol: volume }],
  volumeMounts: [{ name: volume, mountPath: `/${volume}`, subPath: volume }],
});

/** What a comparison is made of. */
const allowed = new Set(['body', 'h2', 'h3', 'p', 'ul', 'li', 'strong', 'em', 'code']);

test.each(Object.entries(hostileNames))('%s stays text', (_, name) => {
  const spec = { volumes: [{ name, hostPath: { path: `/${name}` } }], hostname: name };
  const before = { ...spec, containers: [mounting(name, name), mounting('b', 'none')] };
  const after = {
    ...spec,
    hostname: 'other',
    shareProcessNamespace: true,
    containers: [mounting('b', name), mounting(name, name), mounting(`${name}2`, name)],
  };
  const [there, back] = [
    comparisonOf([pod(before, name), pod(spec, `${name}3`)], [pod(after, name)]),
    comparisonOf([pod(after, name)], [pod(before, name), pod(before, `${name}3`)]),
  ];
  for (const comparison of [there, back]) {
    const markdown = renderComparison(comparison);
    const elements = descendants(parseMarkdown(markdown)).map((element) => element.name);
    expect(elements.filter((element) => !allowed.has(element))).toEqual([]);
    for (const line of markdown.split('\n'))
      expect(line).toMatch(/^$|^#{2,3} (Changes in|Changed: |New: |Gone: |Shared across)|^- |^\*\*|^[^#-]/);
  }
});

test('no change is one line', () => {
  const spec = { containers: [{ name: 'a', image: 'i' }] };
  expect(renderComparison(comparisonOf([pod(spec)], [pod(spec)]))).toBe(
    '✅ No change in sharing. Nothing changed in what containers share: the Pod shares the same and has the same findings.\n',
  );
});

test('what is gained comes first, and what concerns the node before all', () => {
  const containers = ['app', 'agent'].map((name) => ({
    name,
    image: 'i',
    securityContext: { runAsUser: 1 },
  }));
  const markdown = renderComparison(
    comparisonOf(
      [pod({ containers, hostNetwork: true })],
      [pod({ containers, hostIPC: true, shareProcessNamespace: true })],
    ),
  );
  const lines = markdown.split('\n').filter((line) => /^\*\*|^- `app`/.test(line));
  expect(lines.slice(0, 5)).toStrictEqual([
    '**Gained**',
    "- `app` and `agent` now share the node's IPC objects and the node's `/dev/shm`: `hostIPC` was set on line 25.",
    '- `app` and `agent` can now see, signal and read the files and environment of each other: `shareProcessNamespace` was set on line 26.',
    '- `app` and `agent` may now trace each other (if: Yama is off on the node: kernel.yama.ptrace\\_scope is 0.): `shareProcessNamespace` was set on line 26.',
    '**Lost**',
  ]);
});

test('long lists are cut and counted', () => {
  const containers = Array.from({ length: 20 }, (_, i) => ({ name: `c${i}`, image: 'i' }));
  const markdown = renderComparison(
    comparisonOf([pod({ containers })], [pod({ containers, shareProcessNamespace: true })]),
  );
  expect(markdown).toMatch(/^- \d+ more are in the JSON report\.$/m);
  expect(markdown.length).toBeLessThan(20_000);
});
