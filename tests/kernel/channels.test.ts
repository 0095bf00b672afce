import { type ChannelKind, channelKinds, type Verdict } from '../../src/model/vocabulary.ts';
import { type Claim, claimsOf, type Deeds, failedAlone, holds, leaving, tryChannels } from './channels.ts';
import { type KernelNode, startContainerd } from './containerd.ts';
import { runPod } from './kubelet.ts';
import { listTestPods } from './pods.ts';
import { reportOf } from './report.ts';

let node: KernelNode;
const claims: Claim[] = [];

beforeAll(async () => {
  node = await startContainerd();
});

afterAll(() => node?.stop());

describe('one container can do to another what the report says', () => {
  test.each(listTestPods())('$name', async ({ manifest, pod }) => {
    const deeds: Deeds = new Map();
    await runPod(node, pod, (moment) => tryChannels(moment, deeds));
    const made = claimsOf(reportOf(manifest), deeds);
    claims.push(...made);
    expect(failedAlone(deeds)).toStrictEqual([]);
    expect(made.filter((claim) => !holds(claim))).toStrictEqual([]);
  });
});

describe('every verdict was put to the test', () => {
  const seen = (kind: ChannelKind, verdict: Verdict): boolean =>
    claims.some((claim) => claim.kind === kind && claim.verdict === verdict && claim.result !== 'never met');

  test.each(channelKinds)('%s: yes', (kind) => expect(seen(kind, 'yes')).toBe(true));

  // Containers of one Pod always share their IPC namespace, and its objects outlive who made them.
  const never: readonly ChannelKind[] = ['sysv-ipc', 'posix-mqueue'];
  test.each(channelKinds.filter((kind) => !never.includes(kind)))('%s: no', (kind) =>
    expect(seen(kind, 'no')).toBe(true),
  );

  test.each(leaving)('%s: left-behind', (kind) => expect(seen(kind, 'left-behind')).toBe(true));
});
