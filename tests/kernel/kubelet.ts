import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import type { Container } from '../../src/model/pod.ts';
import type { Pod } from './admission.ts';
import { anyConfiguration } from './configuration.ts';
import type { KernelNode } from './containerd.ts';
import type { Process } from './cri.ts';
import { volumePathsOf } from './mounts.ts';
import { probeImage } from './probe-image.ts';
import { procOf, type Sandbox, startContainer, withSandbox } from './sandbox.ts';
import type { Storage } from './storage.ts';

/** A container with a living main process, which is always `probe live`, whatever its manifest says. */
export type RunningContainer = {
  readonly name: string;
  readonly id: string;
  /** What `probe` calls it: a port number that no other container of this run has. */
  readonly ticket: string;
  /** Where this machine finds its main process in /proc. */
  readonly proc: string;
  /** Where its volumes are mounted. */
  readonly volumePaths: readonly string[];
  /** Runs `probe` in it, as its user; answers the lines of its output, result by subject. */
  readonly probe: (...words: readonly string[]) => Promise<ReadonlyMap<string, string>>;
};

/** A stretch of a Pod's life in which its containers stay the same: while one plain init container runs, or after all of them. */
export type Moment = {
  /** Where this machine finds the sandbox's process in /proc. */
  readonly sandbox: string;
  readonly storage: Storage;
  readonly running: readonly RunningContainer[];
  /** The plain init containers that have ended. */
  readonly ended: readonly RunningContainer[];
};

let lastTicket = 20_000;

/**
 * Runs a Pod as the kubelet would: init containers one after the other (a native sidecar stays), then the app containers, then
 * the ephemeral ones. Shows each moment of its life to `visit`. Removes the Pod, also when something fails.
 *
 * @throws Error with the runtime's message when it refuses the Pod, and whatever `visit` throws.
 */
export const runPod = (node: KernelNode, pod: Pod, visit: (moment: Moment) => Promise<void>): Promise<void> =>
  withSandbox(node, pod, anyConfiguration, (sandbox) => runContainers(sandbox, visit));

const runContainers = async (sandbox: Sandbox, visit: (moment: Moment) => Promise<void>): Promise<void> => {
  const { node, proc, spec, storage } = sandbox;
  const running: RunningContainer[] = [];
  const ended: RunningContainer[] = [];
  const show = (): Promise<void> =>
    visit({ sandbox: proc, storage, running: [...running], ended: [...ended] });

  for (const container of spec.initContainers ?? []) {
    const started = await startProbe(sandbox, container, undefined);
    running.push(started);
    if (container.restartPolicy === 'Always') continue;
    await show();
    await node.cri.call('StopContainer', { containerId: started.id, timeout: 5 });
    ended.push(started);
    running.pop();
  }
  for (const container of spec.containers ?? []) {
    running.push(await startProbe(sandbox, container, undefined));
  }
  for (const container of spec.ephemeralContainers ?? []) {
    const target = running.find(({ name }) => name === container.targetContainerName);
    running.push(await startProbe(sandbox, container, target?.id));
  }
  await show();
};

const startProbe = async (
  sandbox: Sandbox,
  container: Container,
  target: string | undefined,
): Promise<RunningContainer> => {
  const { node } = sandbox;
  const ticket = String(++lastTicket);
  const process = processOf(container, ticket);
  const containerId = await startContainer(sandbox, container, { process, attempt: 0, target });
  const { info } = await node.cri.call('ContainerStatus', { containerId, verbose: true });
  const proc = procOf(node, info);
  await whenLive(proc);
  return {
    name: container.name ?? '',
    id: containerId,
    ticket,
    proc,
    volumePaths: volumePathsOf(container),
    probe: (...words) => runProbe(node, containerId, words),
  };
};

/** Always `probe live`: the tests are about what surrounds a process. */
const processOf = (container: Container, ticket: string): Process => ({
  image: { image: probeImage.names[0] },
  command: ['/probe', 'live', ticket, ...volumePathsOf(container)],
  envs: [
    ...(container.env ?? []).map(({ name: key = '', value = '' }) => ({ key, value })),
    { key: 'TICKET', value: `podshare-${ticket}` },
  ],
});

/** Waits until a main process says, by its name, that it offers everything. */
const whenLive = async (proc: string): Promise<void> => {
  const end = Date.now() + 5_000;
  while (readFileSync(join(proc, 'comm'), 'utf8').trim() !== 'live') {
    if (Date.now() > end) throw new Error('The main process of a container does not come up.');
    await pause(5);
  }
};

const runProbe = async (
  { cri }: KernelNode,
  containerId: string,
  words: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const { stdout, stderr, exitCode } = await cri.call('ExecSync', {
    containerId,
    cmd: ['/probe', ...words],
    timeout: 20,
  });
  if (exitCode !== 0) throw new Error(`probe ${words.join(' ')} ends with ${exitCode}: ${stderr}`);
  const lines = stdout.toString().trimEnd().split('\n');
  return new Map(lines.map((line) => line.split('\t') as [string, string])); // probe.c prints it so
};
