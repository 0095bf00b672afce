import { type KernelNode, startContainerd } from './containerd.ts';
import { defaultExamples, exceptions } from './examples.ts';
import type { Facts } from './facts.ts';
import { runPod } from './kubelet.ts';
import { holdingNamespaces, observe, placesIn, type Sight, surroundingsOf } from './observe.ts';
import { observedFacts } from './observed.ts';
import { listTestPods } from './pods.ts';
import { reportOf } from './report.ts';
import { reportedFacts } from './reported.ts';

let node: KernelNode;

beforeAll(async () => {
  node = await startContainerd();
});

afterAll(() => node?.stop());

const pods = listTestPods();

test('there are Pods', () => {
  expect(pods.length).toBeGreaterThan(80);
});

test('every example is one of them, or there is a reason why it cannot run', () => {
  const run = pods.flatMap(({ name }) =>
    name.startsWith('examples/') ? name.slice('examples/'.length) : [],
  );
  expect([...run, ...Object.keys(exceptions)].sort()).toStrictEqual(
    defaultExamples.map(({ id }) => id).sort(),
  );
});

describe.each(pods)('$name', ({ manifest, pod }) => {
  let reported: Facts;
  let observed: Facts;

  beforeAll(async () => {
    const sights = new Map<string, Sight>();
    await holdingNamespaces((hold) =>
      runPod(node, pod, async ({ sandbox, storage, running }) => {
        const places = placesIn(`${node.proc}/root`, storage.folder);
        for (const container of running) {
          if (!sights.has(container.name)) sights.set(container.name, await observe(container, places, hold));
        }
        const [nodes, sandboxes] = [surroundingsOf(node.proc, hold), surroundingsOf(sandbox, hold)];
        observed = observedFacts([...sights.values()], nodes, sandboxes);
        reported = reportedFacts(reportOf(manifest), storage, node.hostname);
      }),
    );
  });

  test.each(['namespaces', 'runtimeMounts', 'hostnames', 'mounts', 'sharedTrees', 'relations'] as const)(
    '%s',
    (part) => {
      expect(reported[part]).toStrictEqual(observed[part]);
    },
  );
});
