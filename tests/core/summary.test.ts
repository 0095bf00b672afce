import type { PodSpec } from '../../src/model/pod.ts';
import { reportOf } from '../support/report-of.ts';

const a = { name: 'a', image: 'i' };
const b = { name: 'b', image: 'i' };
const summary = (spec: PodSpec) =>
  reportOf({ automountServiceAccountToken: false, containers: [a, b], ...spec }).summary;

test('HostProcess containers use the node itself', () => {
  const windowsOptions = { hostProcess: true };
  expect(summary({ os: { name: 'windows' }, hostNetwork: true, securityContext: { windowsOptions } })).toBe(
    "Pod web runs on Windows and has 2 containers: a and b. They use the node's own network, processes and file system. There are 2 warnings to look at.",
  );
  const one = { containers: [{ ...a, securityContext: { windowsOptions } }, b] };
  expect(summary({ os: { name: 'windows' }, hostNetwork: true, ...one })).not.toMatch("the node's own");
  expect(summary({ os: { name: 'windows' }, hostNetwork: true })).toMatch(
    'They share the network (one IP address, one localhost). No volume lets one pass files to another.',
  );
});

// Source: https://kubernetes.io/docs/concepts/containers/runtime-class/
test('a RuntimeClass is named, without saying what it is', () => {
  expect(summary({ runtimeClassName: 'kata' })).toMatch(
    ' No volume lets one pass files to another. RuntimeClass kata chooses the runtime: in a sandboxed one, which is not verified here, all this holds inside the sandbox, and the sandbox stands in place of the node.',
  );
  const user = (spec: PodSpec) =>
    reportOf({ containers: [a, b], ...spec }).namespaces.find(({ kind }) => kind === 'user')?.instances[0]
      ?.because.text;
  expect(user({})).toMatch(/in each of them and on the node\.$/);
  expect(user({ runtimeClassName: 'kata' })).toMatch(
    /in each of them and, unless the runtime is a sandboxed one, on the node\.$/,
  );
});

test('what is waived or only a remark is not counted, nor how much of it there is', () => {
  const volumes = Array.from({ length: 250 }, (_, i) => ({ name: `v${i}` }));
  const { summary: told } = reportOf(
    { hostNetwork: true, containers: [a, b], volumes },
    { ignore: ['unused-volume'] },
  );
  expect(told).toMatch(/ There is 1 warning to look at\.$/);
});
