import { setTimeout as pause } from 'node:timers/promises';

import type { Container } from '../../../src/model/pod.ts';
import type { Pod } from '../admission.ts';
import { configurationOf } from '../configuration.ts';
import type { KernelNode } from '../containerd.ts';
import { podOf, readObjects } from '../manifest.ts';
import { type Sandbox, withSandbox } from '../sandbox.ts';
import { type Executed, execute, linesOf, type Runs } from './container-runs.ts';
import { type Life, live, type Phase, stopAll } from './life.ts';
import type { LogLine } from './log.ts';

/** What is seen of a container. */
export type SeenContainer = {
  /** What it wrote in all its runs. */
  readonly lines: readonly LogLine[];
  /** Of those of its runs that have ended, in order; 137 is SIGKILL. */
  readonly exitCodes: readonly number[];
};

/** What is seen of a Pod. A container that has not been started is not in it. */
export type SeenPod = {
  readonly phase: Phase;
  readonly containers: Readonly<Record<string, SeenContainer>>;
};

/** Runs a program in a container that runs. */
export type Exec = (container: string, ...command: readonly string[]) => Promise<Executed>;

export type LiveOptions = {
  /** How long the Pod may live. Default 60. */
  readonly seconds?: number;
  /** When enough has been seen. Default: never. */
  readonly until?: (seen: SeenPod) => boolean;
  /** Ephemeral containers to attach once the app containers run. */
  readonly debuggers?: readonly Container[];
  /** What to do with the Pod when enough has been seen, while it still runs. */
  readonly visit?: (exec: Exec) => Promise<void>;
};

/**
 * Runs the Pod of a manifest with its own commands, environment, users and volumes until enough has been seen, time is up or its
 * app containers have ended for good; then stops and removes it. For a workload it is the first Pod that the controller would make;
 * ConfigMaps and Secrets are those of the same manifest.
 *
 * @param node - Started with the images that the manifest names.
 * @returns What was seen in the end: the phase before it was stopped, with exit codes of the stopping.
 * @throws Error when there is not exactly one Pod in the manifest, when the kubelet or the runtime would refuse a container, or when
 * something that these tests do not do is asked for. Nothing is left behind then.
 *
 * @example
 * const { containers } = await runLive(node, manifest, { until: (seen) => seen.containers['app'] !== undefined });
 */
export const runLive = async (
  node: KernelNode,
  manifest: string,
  options: LiveOptions = {},
): Promise<SeenPod> => {
  const objects = readObjects(manifest);
  const [pod, ...others] = objects.flatMap((object) => podOf(object) ?? []);
  if (pod === undefined || others.length > 0) throw new Error('The manifest must have one Pod.');
  return withSandbox(node, withDebuggers(pod, options.debuggers), configurationOf(objects), (sandbox) =>
    watch(sandbox, options),
  );
};

const withDebuggers = ({ metadata, spec }: Pod, debuggers: readonly Container[] = []): Pod => ({
  metadata,
  spec: { ...spec, ephemeralContainers: [...(spec.ephemeralContainers ?? []), ...debuggers] },
});

const lookMilliseconds = 200;

const watch = async (
  sandbox: Sandbox,
  { seconds = 60, until = () => false, visit }: LiveOptions,
): Promise<SeenPod> => {
  const stopping = new AbortController();
  const life: Life = { sandbox, runs: new Map(), stopping: stopping.signal, ends: [] };
  let phase: Phase = 'Running';
  const living = live(life).then(
    (last) => {
      phase = last;
    },
    (error) => {
      phase = 'Failed';
      throw error;
    },
  );
  living.catch(() => undefined); // waited for below
  try {
    const deadline = Date.now() + seconds * 1_000;
    while (phase === 'Running' && Date.now() < deadline && !until(look(life.runs, phase))) {
      await pause(lookMilliseconds);
    }
    if (visit && phase === 'Running') await visit(execIn(life));
  } finally {
    stopping.abort();
    await stopAll(life);
  }
  const last = phase;
  await living;
  await Promise.all(life.ends);
  return look(life.runs, last);
};

const look = (runs: Runs, phase: Phase): SeenPod => ({
  phase,
  containers: Object.fromEntries(
    [...runs].map(([name, its]) => [
      name,
      { lines: linesOf(its), exitCodes: its.flatMap(({ exitCode }) => exitCode ?? []) },
    ]),
  ),
});

const execIn =
  ({ sandbox, runs }: Life): Exec =>
  (container, ...command) => {
    const run = runs.get(container)?.at(-1);
    if (run === undefined) throw new Error(`Container ${container} does not run.`);
    return execute(sandbox, run, command);
  };
