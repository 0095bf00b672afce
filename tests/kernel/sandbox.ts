import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import type { Container, PodSpec } from '../../src/model/pod.ts';
import { admit, type Pod } from './admission.ts';
import type { Configuration } from './configuration.ts';
import type { KernelNode } from './containerd.ts';
import type { SandboxConfig } from './cri.ts';
import { type Circumstances, withEnvironment } from './environment.ts';
import { mountsOf } from './mounts.ts';
import { containerConfigOf, type Start, sandboxConfigOf } from './pod-config.ts';
import { prepareStorage, type Storage } from './storage.ts';

/** A Pod that the node has made room for: its containers can be started. */
export type Sandbox = {
  readonly node: KernelNode;
  readonly id: string;
  readonly config: SandboxConfig;
  /** Where this machine finds the sandbox's process in /proc. */
  readonly proc: string;
  /** As admitted, with the variables of its environment filled in. */
  readonly spec: PodSpec;
  readonly storage: Storage;
};

/**
 * Makes a sandbox and the volumes for a Pod and removes it in the end with all its containers, also when something fails.
 *
 * @throws Error with the runtime's message when it refuses the Pod, and whatever `use` throws.
 */
export const withSandbox = async <Result>(
  node: KernelNode,
  pod: Pod,
  configuration: Configuration,
  use: (sandbox: Sandbox) => Promise<Result>,
): Promise<Result> => {
  const admitted = admit(pod);
  const folder = join(node.folder, 'pods', admitted.metadata.uid ?? '');
  const config = sandboxConfigOf(admitted, node.cgroupParent, `${folder}-logs`);
  mkdirSync(config.logDirectory, { recursive: true });
  const { podSandboxId: id } = await node.cri.call('RunPodSandbox', { config });
  try {
    const { status, info } = await node.cri.call('PodSandboxStatus', { podSandboxId: id, verbose: true });
    const address = status.network?.ip ?? '';
    const circumstances = { pod: admitted, address, nodeName: node.hostname, configuration };
    const spec = specWithEnvironment(circumstances);
    const storage = prepareStorage(node, folder, { ...circumstances, pod: { ...admitted, spec } });
    return await use({ node, id, config, proc: procOf(node, info), spec, storage });
  } finally {
    await node.cri.call('StopPodSandbox', { podSandboxId: id });
    await node.cri.call('RemovePodSandbox', { podSandboxId: id });
  }
};

const specWithEnvironment = (circumstances: Circumstances): PodSpec => {
  const { spec } = circumstances.pod;
  const fill = (containers: readonly Container[] = []) =>
    containers.map((container) => withEnvironment(container, circumstances));
  return {
    ...spec,
    initContainers: fill(spec.initContainers),
    containers: fill(spec.containers),
    ephemeralContainers: fill(spec.ephemeralContainers),
  };
};

/** Creates and starts a container; gives its CRI id. */
export const startContainer = async (
  { node, id, config: sandboxConfig, spec, storage }: Sandbox,
  container: Container,
  start: Start,
): Promise<string> => {
  const config = containerConfigOf(spec, container, mountsOf(storage, container), start);
  const { containerId } = await node.cri.call('CreateContainer', { podSandboxId: id, config, sandboxConfig });
  await node.cri.call('StartContainer', { containerId });
  return containerId;
};

/** Where this machine finds a process of the node in /proc, by containerd's verbose status of a sandbox or container. */
export const procOf = (node: KernelNode, info: Readonly<Record<string, string>>): string => {
  const { pid } = JSON.parse(info['info'] ?? '{}') as { pid: number }; // containerd's answer
  return join(node.proc, 'root', 'proc', String(pid));
};
