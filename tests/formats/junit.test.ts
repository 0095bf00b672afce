import { checks } from '../../functions/formats.ts';
import { analysisOf, render } from './rendering.ts';
import { descendants, type Element, parseXml } from './xml.ts';

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
  annotations: { podshare.dev/ignore: "host-pid: it is a node agent" }
spec:
  hostPID: true
  hostIPC: true
  containers:
    - { name: app, image: i, securityContext: { privileged: true } }
    - { name: other, image: i, securityContext: { privileged: true } }
`;

const suitesOf = (text: string) => parseXml(render('junit', analysisOf(text)));

const casesOf = (suite: Element | undefined) =>
  new Map(suite?.children.map(({ attributes: { name = '' }, children }) => [name, children]));

test('a suite for the Pod, a case for each check, counts that add up', () => {
  const root = suitesOf(pod);
  const counts = { tests: `${checks.length}`, failures: '2', errors: '0', skipped: '1', time: '0' };
  expect([root.name, root.attributes]).toStrictEqual(['testsuites', { name: 'podshare', ...counts }]);
  expect(root.children.map(({ name, attributes }) => [name, attributes])).toStrictEqual([
    ['testsuite', { name: 'Pod default/web', ...counts }],
  ]);
  expect([...casesOf(root.children[0]).keys()]).toStrictEqual(checks.map(({ id }) => id));
});

test('warnings fail, waived findings are skipped, what is only worth knowing is told', () => {
  const cases = casesOf(suitesOf(pod).children[0]);
  const [failure] = cases.get('privileged-container') ?? [];
  expect(failure).toMatchObject({ name: 'failure', attributes: { type: 'warning' } });
  expect(failure?.text.split('\n').map((line) => line.slice(0, 22))).toStrictEqual([
    'manifest.yaml:10:49 ap',
    'manifest.yaml:11:51 ot',
    '',
  ]);
  expect(cases.get('host-pid')).toStrictEqual([
    { name: 'skipped', attributes: { message: 'it is a node agent' }, children: [], text: '' },
  ]);
  expect(cases.get('pod-security-level')?.map(({ name }) => name)).toStrictEqual(['system-out']);
  expect(cases.get('missing-image')).toStrictEqual([]);
});

test('what could not be read is an error', () => {
  const root = suitesOf(`${pod}---\nkind: [\n`);
  expect(root.attributes).toMatchObject({ tests: `${checks.length + 1}`, errors: '1' });
  expect(root.children[1]?.children[0]).toMatchObject({
    name: 'testcase',
    attributes: { classname: 'manifest', name: expect.stringMatching(/^line \d+$/) },
    children: [{ name: 'error', attributes: { type: 'YAML_SYNTAX' } }],
  });
});

test('past 20,000 cases only those with a finding are listed', () => {
  const analysis = analysisOf(pod);
  const pods = Array.from({ length: 300 }, () => analysis.pods).flat();
  const root = parseXml(render('junit', { ...analysis, pods }));
  expect(root.children).toHaveLength(300);
  expect([...casesOf(root.children[299]).keys()].sort()).toStrictEqual([
    'host-ipc',
    'host-pid',
    'pod-security-level',
    'privileged-container',
  ]);
});

test('nothing but what dashboards know', () => {
  expect(new Set(descendants(suitesOf(`${pod}---\nkind: [\n`)).map(({ name }) => name))).toStrictEqual(
    new Set(['testsuites', 'testsuite', 'testcase', 'failure', 'skipped', 'system-out', 'error']),
  );
});
