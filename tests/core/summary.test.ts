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
  expect(summary({ os: { name: 'windows' }, hostNetwork: true })).toMatch(
    'They share the network (one IP address, one localhost). No volume lets one pass files to another.',
  );
});
