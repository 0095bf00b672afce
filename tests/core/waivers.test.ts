import { findingsOf, podManifest } from '../support/pod-manifest.ts';

const spec = { hostNetwork: true, hostPID: true, containers: [{ name: 'app', image: 'busybox' }] };
const ignoring = (value: string) =>
  podManifest(spec, { metadata: { annotations: { 'podshare.dev/ignore': value } } });
const waivedIn = (...args: Parameters<typeof findingsOf>) =>
  Object.fromEntries(
    findingsOf(...args).flatMap(({ check, waived }) =>
      waived === undefined ? [] : [[check, waived.reason]],
    ),
  );

test.each([
  ['host-network: reads the node', { 'host-network': 'reads the node' }],
  ['host-network: a: b\nhost-pid: sees all', { 'host-network': 'a: b', 'host-pid': 'sees all' }],
  ['host-network: one; host-pid: two', { 'host-network': 'one', 'host-pid': 'two' }],
  [' host-pid ', { 'host-pid': 'No reason given.' }],
  ['host-pid:\n\n;', { 'host-pid': 'No reason given.' }],
  ['host-ipc: not found here', {}],
  ['', {}],
])('annotation %j', (value, want) => {
  expect(waivedIn(ignoring(value))).toEqual(want);
});

test('the ignore option waives, and the annotation tells why', () => {
  const ignore = ['host-network', 'host-pid'];
  expect(waivedIn(podManifest(spec), { ignore })).toEqual({
    'host-network': 'Ignored by the request.',
    'host-pid': 'Ignored by the request.',
  });
  expect(waivedIn(ignoring('host-pid: sees all'), { ignore })).toEqual({
    'host-network': 'Ignored by the request.',
    'host-pid': 'sees all',
  });
});

test('a template waives by its own annotation', () => {
  const manifest = podManifest(spec, {
    kind: 'DaemonSet',
    metadata: { annotations: { 'podshare.dev/ignore': 'host-pid: agent' } },
  });
  expect(waivedIn(manifest)).toEqual({ 'host-pid': 'agent' });
});

test('what is waived stays, with all it says', () => {
  const all = findingsOf(podManifest(spec));
  const waived = findingsOf(podManifest(spec), { ignore: ['host-network'] });
  expect(waived.map(({ waived: _, ...finding }) => finding)).toEqual(all);
});
