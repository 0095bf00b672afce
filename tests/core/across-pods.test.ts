import { analyze } from '../../src/api/analyze.ts';
import { defaultOptions } from '../../src/model/options.ts';
import type { PodSpec } from '../../src/model/pod.ts';

/** What the Pods share, in short. Each Pod has one container, named like it. */
function shared(specs: Record<string, PodSpec>, namespaces: Record<string, string> = {}): string[] {
  const text = Object.entries(specs)
    .map(([name, spec]) =>
      JSON.stringify({
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name, ...(namespaces[name] === undefined ? {} : { namespace: namespaces[name] }) },
        spec: {
          containers: [
            {
              name,
              image: 'i',
              volumeMounts: (spec.volumes ?? []).map((v) => ({ name: v.name, mountPath: `/${v.name}` })),
            },
          ],
          ...spec,
        },
      }),
    )
    .join('\n---\n');
  const result = analyze(text, defaultOptions);
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.answer.sharedAcrossPods.map(
    ({ kind, subject, members, certainty }) =>
      `${kind} ${subject}: ${members.map(({ container }) => container)} ${certainty}`,
  );
}

const host = (path: string): PodSpec => ({ volumes: [{ name: 'h', hostPath: { path } }] });
const claim = (claimName: string): PodSpec => ({
  volumes: [{ name: 'c', persistentVolumeClaim: { claimName } }],
});

test('Pods with defaults share nothing worth a line', () => {
  expect(shared({ a: {}, b: {} })).toStrictEqual([]);
});

test('namespaces of the node', () => {
  expect(shared({ a: { hostPID: true }, b: { hostPID: true, hostIPC: true }, c: {} })).toStrictEqual([
    'pid the pid namespace of the node: a,b conditional',
  ]);
});

test('one claim, in one namespace only', () => {
  expect(shared({ a: claim('x'), b: claim('x'), c: claim('y') })).toStrictEqual([
    'persistentVolumeClaim default/x: a,b certain',
  ]);
  expect(shared({ a: claim('x'), b: claim('x') }, { b: 'other' })).toStrictEqual([]);
});

test('hostPaths that are equal or nested', () => {
  expect(shared({ a: host('/srv'), b: host('/srv/x/'), c: host('/srvx') })).toStrictEqual([
    'hostPath /srv/x: a,b conditional',
  ]);
});

test('one Pod does not share with itself', () => {
  expect(
    shared({
      a: {
        volumes: [
          { name: 'h', hostPath: { path: '/srv' } },
          { name: 'i', hostPath: { path: '/srv' } },
        ],
      },
      b: {},
    }),
  ).toStrictEqual([]);
});
