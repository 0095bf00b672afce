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
    runtimeClassName: name,
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

const user = (runAsUser: number) => ({ securityContext: { runAsUser, runAsGroup: 1 } });
const one = (name: string, more: object = user(1)) => ({ name, image: name, ...more });
const [app, agent, third, fourth] = ['app', 'agent', 'third', 'fourth'].map((name) => one(name));
const sharing = (...containers: unknown[]) => ({ shareProcessNamespace: true, containers });
const unset = ['app', 'agent', 'third', 'fourth'].map((name) => one(name, {}));

test.each<[what: string, before: object, after: object, lines: string[]]>([
  [
    'a field that stood there is not the reason: a container came',
    sharing(app),
    sharing(app, agent),
    [
      '- `app` and `agent` can now see, signal and read the files and environment of each other: `agent` came, and `shareProcessNamespace` is set on line 9.',
    ],
  ],
  [
    'only who came shares with the node now',
    { hostPID: true, containers: [app, agent] },
    { hostPID: true, containers: [app, agent, third] },
    [
      "- `third` now shares the node's processes: `third` came, and `hostPID` is set on line 9.",
      '- `third` can now see, signal and read the files and environment of `app` and `agent`, and the other way round: `third` came, and `hostPID` is set on line 9.',
    ],
  ],
  [
    'two that came',
    sharing(app),
    sharing(app, agent, third),
    [
      '- `agent` and `third` can now see, signal and read the files and environment of each other, `app`, and the other way round: `agent` and `third` came, and `shareProcessNamespace` is set on line 9.',
    ],
  ],
  [
    'the opposite value',
    sharing(app, agent),
    { ...sharing(app, agent), shareProcessNamespace: false },
    [
      '- `app` and `agent` can no longer see, signal, read the files and environment of and trace each other: `shareProcessNamespace` was set to `false` on line 9.',
    ],
  ],
  [
    'the field that was removed, not the one that came',
    { hostPID: true, containers: [app, agent] },
    sharing(app, agent),
    ["- `app` and `agent` no longer share the node's processes: `hostPID` stood on line 9 before."],
  ],
  [
    'the user of one',
    sharing(app, agent),
    sharing(app, one('agent', user(0))),
    ['- `app` can no longer signal `agent`: `runAsUser` was set to `0` on line 23.'],
  ],
  [
    'one of each pair, and lines of several fields',
    sharing(app, agent, third, fourth),
    sharing(app, one('agent', user(2)), third, fourth),
    [
      '- `agent` can no longer signal, read the files and environment of and trace `app`, `third` and `fourth`, and the other way round: `runAsUser` was set to `2` on line 23.',
    ],
  ],
  [
    'many pairs, each with conditions of its own, in one line',
    { containers: unset },
    sharing(...unset),
    [
      '- `app`, `agent`, `third` and `fourth` can now see each other: `shareProcessNamespace` was set on line 9.',
      '- `app`, `agent`, `third` and `fourth` may now signal, read the files and environment of and trace each other (if users, capabilities and the node allow it): `shareProcessNamespace` was set on line 9.',
    ],
  ],
  [
    'many pairs that depend on other things now',
    sharing(app, agent, third, fourth),
    sharing(...unset),
    [
      '- Whether `app`, `agent`, `third` and `fourth` can signal each other was “yes” and is “conditional” now: `runAsUser` stood on lines 15, 23 and 31 before.',
    ],
  ],
  [
    'a port is declared, not shared',
    { containers: [app, agent] },
    { containers: [app, { ...agent, ports: [{ containerPort: 8080 }] }] },
    ['- `agent` now declares port `8080/TCP`: agent declares this port (line 26).'],
  ],
])('%s', (_, before, after, lines) => {
  const markdown = renderComparison(comparisonOf([pod(before)], [pod(after)])).split('\n');
  for (const line of lines) expect(markdown).toContain(line);
});

test('reasons that differ are not told as one', () => {
  const volumes = [{ name: 'v' }, { name: 'w' }];
  const both = (readOnly: boolean) => ({
    volumeMounts: [
      { name: 'v', mountPath: '/v', readOnly },
      { name: 'w', mountPath: '/w', readOnly },
    ],
  });
  const markdown = renderComparison(
    comparisonOf(
      [
        pod({
          volumes,
          containers: [
            { ...app, ...both(false) },
            { ...agent, ...both(false) },
          ],
        }),
      ],
      [
        pod({
          volumes,
          containers: [
            { ...app, ...both(false) },
            { ...agent, ...both(true) },
          ],
        }),
      ],
    ),
  );
  expect(markdown.match(/^- `agent` can no longer pass data/gm)).toHaveLength(2);
});

test('a level that falls is one line without a tick', () => {
  const markdown = renderComparison(
    comparisonOf([pod({ containers: [app] })], [pod({ containers: [app], hostNetwork: true })]),
  );
  expect(markdown).not.toContain('✅');
  expect(markdown).toMatch(
    /^\*\*Findings that changed\*\*\n\n- ℹ️ \*\*info\*\* `pod-security-level` \(line \d+\): The Pod passes Pod Security level privileged .* _Before \(line \d+\):_ The Pod passes Pod Security level baseline /m,
  );
  const back = renderComparison(
    comparisonOf([pod({ containers: [app], hostNetwork: true })], [pod({ containers: [app] })]),
  );
  expect(back.match(/✅ `[a-z-]+`/g)).toStrictEqual(['✅ `host-network`']);
});

test('what Pods share with each other names them', () => {
  const mounting = (claimName: string) => ({
    volumes: [{ name: 'v', persistentVolumeClaim: { claimName } }],
    containers: [{ ...app, volumeMounts: [{ name: 'v', mountPath: '/v' }] }],
  });
  const first = pod(mounting('c'), 'one');
  const markdown = renderComparison(
    comparisonOf([first, pod(mounting('d'), 'two')], [first, pod(mounting('c'), 'two')]),
  );
  expect(markdown).toBe(`## Changes in what containers share

What Pods share with each other changed.

### Shared across Pods

- Now: \`Pod/default/one\` (\`app\`) and \`Pod/default/two\` (\`app\`). These Pods use one claim, default/c: they see the same volume.
`);
});

const deployment = (i: number, spec: object) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: `d${i}` },
  spec: { template: { spec } },
});

const many = (objects: number, make: (i: number) => object) =>
  Array.from({ length: objects }, (_, i) => make(i));
const long = 'x|'.repeat(4000);

test.each<[what: string, before: object[], after: object[], sections: number]>([
  [
    'one line more in each of twenty Deployments',
    many(20, (i) => deployment(i, { containers: unset })),
    many(20, (i) => deployment(i, sharing(...unset))),
    20,
  ],
  [
    'users of many containers',
    many(40, (i) => deployment(i, sharing(...unset))),
    many(40, (i) => deployment(i, sharing(app, one('agent', user(0)), one('third', user(2)), fourth))),
    20,
  ],
  [
    'names that are long',
    [],
    many(30, (i) => pod(sharing(one(`${long}${i}`, {}), one('b', {})), `${long}${i}`)),
    2,
  ],
])('it fits in a comment on GitHub, and what does not is counted: %s', (_, before, after, sections) => {
  const markdown = renderComparison(comparisonOf(before, after));
  expect(markdown.length).toBeLessThanOrEqual(60_000);
  expect(markdown.match(/^### (Changed|New): /gm) ?? []).toHaveLength(sections);
  const more = after.length - sections;
  expect(markdown.includes(`\n\n${more} more Pods are in the JSON report.\n`)).toBe(more > 0);
});

test('long lists are cut and counted', () => {
  const containers = ['a', 'b', 'c'].map((name) => ({ name, image: 'i' }));
  const volumes = Array.from({ length: 30 }, (_, i) => ({ name: `v${i}` }));
  const volumeMounts = volumes.map(({ name }) => ({ name, mountPath: `/${name}` }));
  const markdown = renderComparison(
    comparisonOf(
      [pod({ volumes, containers })],
      [pod({ volumes, containers: containers.map((container) => ({ ...container, volumeMounts })) })],
    ),
  );
  expect(markdown).toMatch(/^- 10 more are in the JSON report\.$/m);
});
