import { fix } from '../../src/api/fix.ts';
import { proposeEdits } from '../../src/api/propose-edits.ts';
import { limits } from '../../src/model/limits.ts';
import { defaultOptions, type Options } from '../../src/model/options.ts';
import { applyDiff } from '../support/apply-diff.ts';

function repair(manifest: string, findings: readonly string[], options: Partial<Options> = {}) {
  const result = fix({ manifest, findings }, { ...defaultOptions, ...options });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.answer;
}

const pod = (spec: string, name = 'web') =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${name}\nspec:\n${spec}  containers:\n    - name: app\n      image: nginx:1.29\n`;

test('one finding is fixed: text, patch, diff, note and report say so', () => {
  const text = pod('  hostPID: true # to see the node\n  hostIPC: true\n');
  const { analysis, notes, ...rest } = repair(text, ['0/spec#host-pid@/spec/hostPID']);
  expect(rest).toEqual({
    manifest: pod('  # to see the node\n  hostIPC: true\n'),
    patches: [{ document: 0, patch: [{ op: 'remove', path: '/spec/hostPID' }] }],
    diff: `--- a/manifest.yaml
+++ b/manifest.yaml
@@ -3,7 +3,7 @@
 metadata:
   name: web
 spec:
-  hostPID: true # to see the node
+  # to see the node
   hostIPC: true
   containers:
     - name: app
`,
    fixed: ['0/spec#host-pid@/spec/hostPID'],
    unfixed: [],
  });
  expect(notes).toEqual([
    {
      id: '0/spec#host-pid@/spec/hostPID',
      text: expect.stringMatching(/^Removes hostPID\. The containers no longer see/),
    },
  ]);
  expect(analysis.pods.flatMap(({ findings }) => findings.map(({ check }) => check))).toEqual([
    'host-ipc',
    'pod-security-level',
  ]);
});

test('the id of a check means all its findings, in every document', () => {
  const text = `${pod('  hostPID: true\n', 'a')}---\n${pod('', 'b')}---\n${pod('  hostPID: true\n', 'c')}`;
  const { manifest, fixed, patches } = repair(text, ['host-pid', '2/spec#host-pid@/spec/hostPID']);
  expect(manifest).toBe(`${pod('', 'a')}---\n${pod('', 'b')}---\n${pod('', 'c')}`);
  expect(fixed).toEqual(['0/spec#host-pid@/spec/hostPID', '2/spec#host-pid@/spec/hostPID']);
  expect(patches.map(({ document }) => document)).toEqual([0, 2]);
});

const waiver = '  annotations:\n    podshare.dev/ignore: "host-pid: debugging"\n';

test.each<[string, string, string, Partial<Options>, string, string]>([
  [
    'an id that nothing has',
    pod(''),
    'no-such-thing',
    {},
    'no-such-thing',
    'Nothing that was found, and no check, has this id.',
  ],
  [
    'a finding of another text',
    pod(''),
    '7/spec#host-pid@/spec/hostPID',
    {},
    '7/spec#host-pid@/spec/hostPID',
    'Nothing that was found, and no check, has this id.',
  ],
  ['a check that found nothing', pod(''), 'host-pid', {}, 'host-pid', 'Nothing was found by host-pid.'],
  [
    'a check without a fix',
    pod(''),
    'pod-security-level',
    {},
    'pod-security-level',
    'What to do takes a decision of the author. Set the fields that the message names, if the Pod is to run in a namespace with the next level.',
  ],
  [
    'a finding of such a check',
    pod(''),
    '0/spec#pod-security-level@/spec',
    {},
    '0/spec#pod-security-level@/spec',
    'Nothing that was found, and no check, has this id.',
  ],
  [
    'a finding waived by the Pod',
    pod('  hostPID: true\n').replace('spec:', `${waiver}spec:`),
    'host-pid',
    {},
    '0/spec#host-pid@/spec/hostPID',
    'It is waived for this Pod.',
  ],
  [
    'a finding waived by the request',
    pod('  hostPID: true\n'),
    'host-pid',
    { ignore: ['host-pid'] },
    '0/spec#host-pid@/spec/hostPID',
    'It is waived for this Pod.',
  ],
  [
    'one that takes a decision',
    pod('  hostname: a_b\n'),
    'invalid-hostname',
    {},
    '0/spec#invalid-hostname@/spec/hostname',
    'What to do here takes a decision of the author. Use a plain name such as web-0. For a full domain name set subdomain and setHostnameAsFQDN too.',
  ],
  [
    'one that would open the node',
    pod('  hostnetwork: true\n'),
    'wrong-case-field',
    {},
    '0/spec#wrong-case-field@/spec/hostnetwork',
    'What to do here takes a decision of the author. Write the field as the API does.',
  ],
  [
    'one that brings another',
    pod('  restartpolicy: always\n'),
    'wrong-case-field',
    {},
    '0/spec#wrong-case-field@/spec/restartpolicy',
    'Something else would be found then: unsupported-value.',
  ],
  [
    'one whose place is shared',
    `${pod('')}      securityContext: &s {privileged: true}\n    - {name: b, image: b, securityContext: *s}\n`,
    '0/spec#privileged-container@/spec/containers/0/securityContext/privileged',
    {},
    '0/spec#privileged-container@/spec/containers/0/securityContext/privileged',
    'The place is used by more than one part of the document, through an alias or a merge: an edit would change the other parts too.',
  ],
])('%s is not fixed', (_, text, asked, options, id, reason) => {
  const { manifest, diff, patches, fixed, notes, unfixed } = repair(text, [asked], options);
  expect({ manifest, diff, patches, fixed, notes }).toEqual({
    manifest: text,
    diff: '',
    patches: [],
    fixed: [],
    notes: [],
  });
  expect(unfixed).toEqual([{ id, reason }]);
});

test('a fix that does harm does not keep the others back', () => {
  const text = pod('  restartpolicy: always\n  hostIPC: true\n  hostPID: yes\n');
  const { manifest, fixed, unfixed } = repair(text, ['host-ipc', 'wrong-case-field', 'yaml-1.1-boolean']);
  expect(manifest).toBe(pod('  restartpolicy: always\n  hostPID: true\n'));
  expect(fixed).toEqual(['0/spec#host-ipc@/spec/hostIPC', '0/spec#yaml-1.1-boolean@/spec/hostPID']);
  expect(unfixed.map(({ id }) => id)).toEqual(['0/spec#wrong-case-field@/spec/restartpolicy']);
});

test('two fixes that want one thing are one edit', () => {
  const text = `${pod('  shareProcessNamespace: true\n')}      env: [{name: A, valueFrom: {secretKeyRef: {name: s, key: k}}}]
    - {name: other, image: nginx:1.29}
`;
  const { manifest, fixed, notes } = repair(text, ['shared-pid-with-secrets', 'shared-pid']);
  const ids = ['shared-pid-with-secrets', 'shared-pid'].map(
    (check) => `0/spec#${check}@/spec/shareProcessNamespace`,
  );
  expect(fixed).toEqual(ids);
  expect(notes.map(({ id }) => id)).toEqual(ids.slice(0, 1));
  expect(manifest).toBe(text.replace('  shareProcessNamespace: true\n', ''));
});

/** Nothing is taken away that need not go: what mends the cause leaves the settings it makes good. */
describe.each<[string, string, readonly [string, string], string]>([
  [
    'privileged and drop',
    `${pod('')}      securityContext: {privileged: true, capabilities: {drop: [ALL]}}\n`,
    ['privileged-container', 'drop-on-privileged'],
    `${pod('')}      securityContext: {capabilities: {drop: [ALL]}}\n`,
  ],
  [
    'hostNetwork and a hostPort',
    `${pod('  hostNetwork: true\n')}      ports: [{containerPort: 80, hostPort: 8080}]\n`,
    ['host-network', 'host-port-mismatch'],
    `${pod('')}      ports: [{containerPort: 80, hostPort: 8080}]\n`,
  ],
  [
    'hostNetwork and hostname',
    pod('  hostNetwork: true\n  hostname: foo\n'),
    ['host-network', 'hostname-with-host-network'],
    pod('  hostname: foo\n'),
  ],
  [
    'hostPID and shareProcessNamespace',
    pod('  hostPID: true\n  shareProcessNamespace: true\n'),
    ['host-pid', 'pid-sharing-conflict'],
    pod('  shareProcessNamespace: true\n'),
  ],
  [
    'an endless init container with a probe',
    pod(
      '  initContainers:\n    - {name: i, image: i, command: [sleep, infinity], livenessProbe: {exec: {command: [ls]}}}\n',
    ),
    ['endless-init-container', 'init-container-probe'],
    pod(
      '  initContainers:\n    - {name: i, restartPolicy: Always, image: i, command: [sleep, infinity], livenessProbe: {exec: {command: [ls]}}}\n',
    ),
  ],
])('of %s, where one fix mends both findings', (_, text, asked, wanted) => {
  test.each([asked, asked.toReversed()])('asked for as %s, %s, only that is done', (...order) => {
    const { manifest, fixed, notes, unfixed } = repair(text, order);
    expect(manifest).toBe(wanted);
    expect(fixed.map((id) => id.split(/[#@]/)[1])).toEqual(order);
    expect(notes.map(({ id }) => id.split(/[#@]/)[1])).toEqual(asked.slice(0, 1));
    expect(unfixed).toEqual([]);
  });
});

/** What nobody could see before another fix, and so could not ask for but by the id of its check. */
describe('what a fix uncovers is fixed with it where its check is asked for', () => {
  const at = (check: string, place: string) => `0/spec#${check}@/spec/${place}`;
  test.each<[string, string, readonly string[], string, readonly string[]]>([
    [
      'capabilities that privileged went beyond',
      `${pod('')}      securityContext: {privileged: true, capabilities: {add: [NET_ADMIN, KILL]}} # why\n    - {name: b, image: b}\n`,
      ['network-capability', 'privileged-container'],
      `${pod('')}      securityContext: {capabilities: {add: [KILL]}} # why\n    - {name: b, image: b}\n`,
      [
        at('privileged-container', 'containers/0/securityContext/privileged'),
        at('network-capability', 'containers/0/securityContext/capabilities/add/0'),
      ],
    ],
    [
      'SYS_PTRACE where processes are shared',
      `${pod('  shareProcessNamespace: true\n')}      securityContext: {privileged: true, capabilities: {add: [SYS_PTRACE]}}\n    - {name: b, image: b}\n`,
      ['privileged-container', 'ptrace-capability'],
      `${pod('  shareProcessNamespace: true\n')}    - {name: b, image: b}\n`,
      [
        at('privileged-container', 'containers/0/securityContext/privileged'),
        at('ptrace-capability', 'containers/0/securityContext/capabilities/add/0'),
      ],
    ],
    [
      'a misspelled field in a misspelled field',
      `${pod('')}      SecurityContext: {RunAsuser: "5"}\n      volumemounts: [{name: v, mountpath: /x}]\n  volumes: [{name: v, emptyDir: {}}]\n`,
      ['wrong-case-field', 'wrong-type'],
      `${pod('')}      securityContext: {runAsUser: 5}\n      volumeMounts: [{name: v, mountPath: /x}]\n  volumes: [{name: v, emptyDir: {}}]\n`,
      [
        at('wrong-case-field', 'containers/0/SecurityContext'),
        at('wrong-case-field', 'containers/0/volumemounts'),
        at('wrong-case-field', 'containers/0/SecurityContext/RunAsuser'),
        at('wrong-case-field', 'containers/0/volumemounts/0/mountpath'),
        at('wrong-type', 'containers/0/SecurityContext/RunAsuser'),
      ],
    ],
    [
      'a value of the wrong type',
      `${pod('')}      ports: [{containerport: "80"}]\n`,
      ['wrong-case-field', 'wrong-type'],
      `${pod('')}      ports: [{containerPort: 80}]\n`,
      [
        at('wrong-case-field', 'containers/0/ports/0/containerport'),
        at('wrong-type', 'containers/0/ports/0/containerport'),
      ],
    ],
    [
      'a key that is a boolean',
      pod('  nodeSelector: {n: 1}\n'),
      ['wrong-type', 'yaml-1.1-boolean'],
      pod('  nodeSelector: {"false": "1"}\n'),
      [at('wrong-type', 'nodeSelector/false'), at('yaml-1.1-boolean', 'nodeSelector/false')],
    ],
    [
      'processes that hostPID shared already',
      `${pod('  hostPID: true\n  shareProcessNamespace: true\n')}    - {name: b, image: b}\n`,
      ['host-pid', 'shared-pid'],
      `${pod('')}    - {name: b, image: b}\n`,
      [at('host-pid', 'hostPID'), at('shared-pid', 'shareProcessNamespace')],
    ],
    [
      'what stands behind an item that goes',
      `${pod('')}      volumeMounts: [{name: c, mountPath: /c}]\n  volumes: [{name: u, emptyDir: {}}, {name: c, configmap: {name: c, DefaultMode: 292}}]\n`,
      ['unused-volume', 'wrong-case-field'],
      `${pod('')}      volumeMounts: [{name: c, mountPath: /c}]\n  volumes: [{name: c, configMap: {name: c, defaultMode: 292}}]\n`,
      [
        at('unused-volume', 'volumes/0'),
        at('wrong-case-field', 'volumes/1/configmap'),
        at('wrong-case-field', 'volumes/1/configmap/DefaultMode'),
      ],
    ],
  ])('%s', (_, text, asked, wanted, ids) => {
    const { manifest, diff, fixed, notes, unfixed, analysis } = repair(text, asked);
    expect({ manifest, unfixed }).toEqual({ manifest: wanted, unfixed: [] });
    expect(fixed).toEqual(ids);
    expect(notes.map(({ id }) => id)).toEqual(fixed);
    expect(applyDiff(text, diff)).toBe(manifest);
    const checks = analysis.pods.flatMap(({ findings }) => findings.map(({ check }) => check));
    expect(checks.filter((check) => asked.includes(check))).toEqual([]);
  });

  test('the patch leads there', () => {
    const text = `${pod('')}      SecurityContext: {RunAsuser: "5"}\n`;
    expect(repair(text, ['wrong-case-field', 'wrong-type']).patches).toEqual([
      {
        document: 0,
        patch: [
          { op: 'replace', path: '/spec/containers/0/SecurityContext/RunAsuser', value: 5 },
          {
            op: 'move',
            from: '/spec/containers/0/SecurityContext/RunAsuser',
            path: '/spec/containers/0/SecurityContext/runAsUser',
          },
          {
            op: 'move',
            from: '/spec/containers/0/SecurityContext',
            path: '/spec/containers/0/securityContext',
          },
        ],
      },
    ]);
  });

  test('and not where only a finding is: the reason says which check to ask for', () => {
    const other = '    - {name: b, image: b}\n';
    const text = `${pod('')}      securityContext: {privileged: true, capabilities: {add: [NET_ADMIN]}}\n${other}`;
    const id = at('privileged-container', 'containers/0/securityContext/privileged');
    const { manifest, unfixed } = repair(text, [id]);
    expect(manifest).toBe(text);
    expect(unfixed).toEqual([{ id, reason: 'Something else would be found then: network-capability.' }]);
    expect(repair(text, [id, 'network-capability'])).toMatchObject({
      manifest: pod('') + other,
      unfixed: [],
    });
  });

  test('what it is uncovered by stays where it cannot be fixed, and nothing else does', () => {
    const text = `${pod('')}      securityContext: {privileged: true}
      volumeMounts: [{name: v, mountPath: /v, mountPropagation: Bidirectional}]
    - {name: b, image: b, securityContext: {privileged: true, capabilities: {add: [NET_ADMIN]}}}
  volumes: [{name: v, hostPath: {path: /srv}}]
`;
    const { manifest, unfixed } = repair(text, ['privileged-container', 'network-capability']);
    expect(manifest).toBe(
      text.replace(', securityContext: {privileged: true, capabilities: {add: [NET_ADMIN]}}', ''),
    );
    expect(unfixed).toEqual([
      {
        id: at('privileged-container', 'containers/0/securityContext/privileged'),
        reason: 'Something else would be found then: bidirectional-not-privileged.',
      },
    ]);
  });
});

test('labels are text: wherever a workload has them, a number or boolean is put in quotes as it is written', () => {
  const text = `apiVersion: apps/v1
kind: StatefulSet
metadata: {name: s, labels: {canary: no, tier: 1, zip: 0123}}
spec:
  serviceName: s
  selector: {matchLabels: {canary: no}}
  template:
    metadata: {labels: {canary: no}}
    spec: {containers: [{name: a, image: "a:1"}]}
  volumeClaimTemplates: [{metadata: {name: v, labels: {canary: no}, annotations: {a: 1.50}}}]
`;
  const { manifest, fixed, unfixed } = repair(text, ['yaml-1.1-boolean', 'yaml-1.1-octal', 'wrong-type']);
  expect(manifest).toBe(
    text
      .replaceAll('canary: no', 'canary: "no"')
      .replace('tier: 1, zip: 0123', 'tier: "1", zip: "0123"')
      .replace('1.50', '"1.50"'),
  );
  expect(fixed).toHaveLength(7);
  expect(unfixed.map(({ id }) => id)).toEqual(['yaml-1.1-boolean', 'yaml-1.1-octal']);
  expect(repair(text, ['yaml-1.1-boolean', 'yaml-1.1-octal']).manifest).toBe(text);
});

test('and so are those that a CronJob gives its Jobs', () => {
  const text = `apiVersion: batch/v1
kind: CronJob
metadata: {name: c}
spec:
  schedule: "@daily"
  jobTemplate:
    metadata: {labels: {canary: no}}
    spec: {template: {spec: {restartPolicy: Never, containers: [{name: a, image: "a:1"}]}}}
`;
  expect(repair(text, ['wrong-type', 'yaml-1.1-boolean']).manifest).toBe(text.replace(': no', ': "no"'));
});

describe('past the limit on findings of a check', () => {
  const containers = (count: number) =>
    `apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  containers:\n${Array.from({ length: count }, (_, i) => `    - {name: c${i}, image: "a:1", env: [{name: A, value: 1}]}\n`).join('')}`;
  const found = (text: string) => repair(text, []).analysis.pods.flatMap(({ findings }) => findings);
  const more = 'There are more like it: at most 200 of a check are listed for a Pod (findingsPerCheck).';

  test('the last one says that there are more', () => {
    const told = found(containers(201)).filter(({ check }) => check === 'wrong-type');
    expect(told).toHaveLength(limits.findingsPerCheck);
    expect(told.filter(({ message }) => message.endsWith(more))).toEqual([told.at(-1)]);
    expect(JSON.stringify(found(containers(200)))).not.toContain(more);
    const [pod] = repair(containers(201), []).analysis.pods;
    expect(pod?.summary).toMatch(/ There are at least 200 errors to look at\.$/);
  });

  test('the first are fixed, the answer says so, and the rest can be asked for again', () => {
    const first = repair(containers(300), ['wrong-type']);
    expect(first.fixed).toHaveLength(limits.findingsPerCheck);
    expect(first.unfixed).toEqual([
      {
        id: 'wrong-type',
        reason:
          'There are more: only the first 200 of a check in a Pod are looked at (findingsPerCheck). Ask again with the new manifest.',
      },
    ]);
    const { manifest, fixed, unfixed } = repair(first.manifest, ['wrong-type']);
    expect({ fixed: fixed.length, unfixed }).toEqual({ fixed: 100, unfixed: [] });
    expect(manifest).toBe(containers(300).replaceAll('value: 1', 'value: "1"'));
    expect(repair(containers(200), ['wrong-type']).unfixed).toEqual([]);
  });
});

test('a check without a fix has one reason, however much it finds', () => {
  const volumes = Array.from({ length: 250 }, (_, i) => `    - {name: A_${i}}\n`).join('');
  const { unfixed } = repair(pod(`  volumes:\n${volumes}`), ['invalid-volume-name']);
  expect(unfixed.filter(({ id }) => id === 'invalid-volume-name')).toHaveLength(1);
});

test.each([
  ['Containers: [{name: a, image: b}]', ['wrong-case-field'], 'containers: [{name: a, image: b}]'],
  ['Containers: [{Name: a, Image: b}]', ['wrong-case-field'], 'containers: [{name: a, image: b}]'],
  [
    'containers: [{name: a, image: b}]\n  InitContainers: [{name: i, image: b}]',
    ['wrong-case-field'],
    'containers: [{name: a, image: b}]\n  initContainers: [{name: i, image: b}]',
  ],
  [
    'hostNetwork: true\n  containers: [{name: 5, image: b}]',
    ['wrong-type', 'host-network'],
    'containers: [{name: "5", image: b}]',
  ],
])('what tells of the Pod is not new when a fix brings a container to light: %s', (spec, asked, want) => {
  const text = (fields: string) => `apiVersion: v1\nkind: Pod\nmetadata: {name: x}\nspec:\n  ${fields}\n`;
  const { manifest, unfixed } = repair(text(spec), asked);
  expect({ manifest, unfixed }).toEqual({ manifest: text(want), unfixed: [] });
});

const aliased = `${pod('')}      securityContext: &s {privileged: true, readOnlyRootFilesystem: true}
    - {name: b, image: "b:1", securityContext: *s}
    - {name: c, image: "c:1", securityContext: *s}
`;

test('what an alias shows in several places is fixed where all of them are asked for', () => {
  const { manifest, fixed, unfixed } = repair(aliased, ['privileged-container']);
  expect(manifest).toBe(aliased.replace('privileged: true, ', ''));
  expect(fixed).toHaveLength(3);
  expect(unfixed).toEqual([]);
});

test('what an alias shows is left alone in all places where another fix mends it', () => {
  const text = aliased.replace('readOnlyRootFilesystem: true', 'capabilities: {drop: [ALL]}');
  const { manifest, fixed, notes } = repair(text, ['drop-on-privileged', 'privileged-container']);
  expect(manifest).toBe(text.replace('privileged: true, ', ''));
  expect(fixed).toHaveLength(6);
  expect(new Set(notes.map(({ id }) => id.split(/[#@]/)[1]))).toEqual(new Set(['privileged-container']));
});

test('where one of the places is left out, none is fixed, and others are', () => {
  const text = aliased.replace('spec:', 'spec:\n  hostPID: true');
  const place = (i: number) => `0/spec#privileged-container@/spec/containers/${i}/securityContext/privileged`;
  const { manifest, fixed, unfixed } = repair(text, [place(0), 'host-pid', place(2)]);
  expect(manifest).toBe(aliased);
  expect(fixed).toEqual(['0/spec#host-pid@/spec/hostPID']);
  const reason =
    'The place is used by more than one part of the document, through an alias or a merge: an edit would change the other parts too.';
  expect(unfixed).toEqual([0, 2].map((i) => ({ id: place(i), reason })));
});

test('a finding is fixable when there is an edit for it, not when there is one for its like', () => {
  const { pods } = repair(pod('  hostname: a_b\n  subdomain: A\n'), []).analysis;
  const found = pods.flatMap(({ findings }) => findings);
  expect(
    found.flatMap(({ check, pointer, fixable }) =>
      check === 'invalid-hostname' ? [[pointer, fixable]] : [],
    ),
  ).toEqual([
    ['/spec/hostname', false],
    ['/spec/subdomain', true],
  ]);
});

test('each fix that is refused has its own reason', () => {
  const text = `${pod('  restartpolicy: always\n  dnspolicy: 5\n')}`;
  const { manifest, unfixed } = repair(text, ['wrong-case-field']);
  expect(manifest).toBe(text);
  expect(unfixed).toEqual([
    {
      id: '0/spec#wrong-case-field@/spec/restartpolicy',
      reason: 'Something else would be found then: unsupported-value.',
    },
    {
      id: '0/spec#wrong-case-field@/spec/dnspolicy',
      reason: 'Something else would be found then: wrong-type.',
    },
  ]);
});

test('of two fixes that want different things of one place the first is done', () => {
  const text = `apiVersion: apps/v1\nkind: DaemonSet\nmetadata:\n  name: d\nspec:\n  template:\n${pod(
    '  hostname: Web\n',
  )
    .replace(/^(.*\n){2}/, '')
    .replace(/^/gm, '    ')
    .trimEnd()}\n`;
  const at = '0/spec/template/spec#CHECK@/spec/template/spec/hostname';
  const [lower, gone] = ['invalid-hostname', 'template-hostname'].map((check) => at.replace('CHECK', check));
  const first = repair(text, ['invalid-hostname', 'template-hostname']);
  expect(first.manifest).toBe(text.replace('Web', 'web'));
  expect(first.fixed).toEqual([lower]);
  expect(first.unfixed).toEqual([
    { id: gone, reason: 'Another fix that was asked for changes the same place in another way.' },
  ]);
  // Without a hostname there is none that is invalid.
  const second = repair(text, ['template-hostname', 'invalid-hostname']);
  expect(second.manifest).toBe(text.replace('      hostname: Web\n', ''));
  expect({ fixed: second.fixed, unfixed: second.unfixed }).toEqual({ fixed: [gone, lower], unfixed: [] });
});

test('a fix that is fine only together with another is done with it, though a third does harm', () => {
  const text = `${pod('  restartpolicy: always\n')}      securityContext:
        privileged: true
      volumeMounts:
        - {name: data, mountPath: /data, mountPropagation: Bidirectional}
  volumes:
    - name: data
      hostPath: {path: /srv}
`;
  const alone = repair(text, ['privileged-container']);
  expect(alone.unfixed.map(({ reason }) => reason)).toEqual([
    'Something else would be found then: bidirectional-not-privileged.',
  ]);
  const { manifest, unfixed } = repair(text, [
    'privileged-container',
    'wrong-case-field',
    'bidirectional-propagation',
  ]);
  expect(manifest).toBe(
    text
      .replace('      securityContext:\n        privileged: true\n', '')
      .replace('Bidirectional', 'HostToContainer'),
  );
  expect(unfixed.map(({ id }) => id)).toEqual(['0/spec#wrong-case-field@/spec/restartpolicy']);
});

test('what goes along with another fix is fixed, and has no note of its own', () => {
  const text = `${pod('')}  ephemeralContainers:\n    - name: debug\n      image: Busybox\n      securityContext: {runAsUser: 5, capabilities: {add: [KILL]}}\n`;
  const { fixed, notes, unfixed } = repair(text, ['capability-without-root', 'ephemeral-on-create']);
  expect(fixed).toEqual([
    '0/spec#capability-without-root@/spec/ephemeralContainers/0/securityContext/capabilities/add',
    '0/spec#ephemeral-on-create@/spec/ephemeralContainers',
  ]);
  expect(notes.map(({ id }) => id)).toEqual(['0/spec#ephemeral-on-create@/spec/ephemeralContainers']);
  expect(unfixed).toEqual([]);
});

test('a document that cannot be read keeps nothing back and is left as it is', () => {
  const text = `${pod('  hostPID: true\n')}---\na: [\n---\nkind: Service\napiVersion: v1\n`;
  expect(repair(text, ['host-pid']).manifest).toBe(text.replace('  hostPID: true\n', ''));
});

test('a manifest of which nothing can be read is refused with its problems', () => {
  expect(fix({ manifest: 'a: [', findings: ['host-pid'] }, defaultOptions)).toEqual({
    ok: false,
    problems: [expect.objectContaining({ code: 'YAML_SYNTAX', document: 0 })],
  });
});

test('an answer holds no value of the manifest but in the text and the names it may hold', () => {
  const text = `${pod('  hostPID: true\n')}      env: [{name: A, value: 5321}]\n`;
  const { unfixed, notes, patches } = repair(text, ['host-pid', 'wrong-type', 'nothing']);
  expect(JSON.stringify({ unfixed, notes })).not.toContain('5321');
  expect(patches).toHaveLength(1);
});

test('edits are proposed for each finding by itself', () => {
  const text = `${pod('  hostPID: true\n  hostIPC: true # x\n')}      securityContext: {privileged: true, runAsUser: 0}\n`;
  expect(Object.fromEntries(proposeEdits(text, { ...defaultOptions, ignore: ['host-pid'] }))).toEqual({
    '0/spec#host-ipc@/spec/hostIPC': [
      { range: { start: { line: 7, column: 1 }, end: { line: 8, column: 1 } }, text: '  # x\n' },
    ],
    '0/spec#privileged-container@/spec/containers/0/securityContext/privileged': [
      { range: { start: { line: 11, column: 25 }, end: { line: 11, column: 43 } }, text: '' },
    ],
  });
});
