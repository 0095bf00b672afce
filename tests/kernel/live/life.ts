import { setTimeout as pause } from 'node:timers/promises';

import type { Container } from '../../../src/model/pod.ts';
import type { Sandbox } from '../sandbox.ts';
import { type Run, type Runs, startRun, stopRun, whenEnded } from './container-runs.ts';
import { runHook, whenStartedUp } from './hooks.ts';

/** @see kubernetes api core/v1 types.go, PodPhase; what is not over counts as running here */
export type Phase = 'Running' | 'Succeeded' | 'Failed';

/** A Pod between its first container's start and its last one's end. */
export type Life = {
  readonly sandbox: Sandbox;
  readonly runs: Runs;
  /** Once aborted, nothing is started any more. */
  readonly stopping: AbortSignal;
  /** One for each container that has been started: when it is over, with its last exit code. */
  readonly ends: Promise<number>[];
};

type RestartPolicy = 'Always' | 'OnFailure' | 'Never';

/** A kubelet waits longer from the second restart on: 10 s, 20 s, … */
const restartMilliseconds = 1_000;

/**
 * Lets a Pod live as the kubelet does: plain init containers one after the other, each to its end; a native sidecar until its
 * startupProbe says so; then all app containers, then the ephemeral ones. Containers are restarted as the policies say. Liveness and
 * readiness are not looked at: nothing that containers share depends on them.
 *
 * @returns The phase when all app containers have ended for good; `Running` when the Pod was stopped before that.
 * @see kubernetes pkg/kubelet/kuberuntime/kuberuntime_manager.go, SyncPod; kuberuntime_container.go, computeInitContainerActions
 */
export const live = async (life: Life): Promise<Phase> => {
  const { spec } = life.sandbox;
  const policy = (spec.restartPolicy ?? 'Always') as RestartPolicy; // as the API says
  for (const container of spec.initContainers ?? []) {
    const end = await keep(
      life,
      container,
      container.restartPolicy === 'Always' ? 'Always' : orOnFailure(policy),
    );
    if (container.restartPolicy === 'Always') await whenStartedUp(life, container);
    else if ((await end.code) !== 0 && !life.stopping.aborted) return 'Failed';
  }
  const apps = [];
  for (const container of spec.containers ?? []) {
    apps.push(await keep(life, container, (container.restartPolicy ?? policy) as RestartPolicy)); // as the API says
  }
  for (const container of spec.ephemeralContainers ?? []) await keep(life, container, 'Never');
  const codes = await Promise.all(apps.map(({ code }) => code));
  if (life.stopping.aborted) return 'Running';
  return codes.every((code) => code === 0) ? 'Succeeded' : 'Failed';
};

/** A plain init container that has succeeded is not started again. */
const orOnFailure = (policy: RestartPolicy): RestartPolicy => (policy === 'Never' ? 'Never' : 'OnFailure');

/** Starts a container; `code` is its last exit code, when it is not to be started again. */
const keep = async (
  life: Life,
  container: Container,
  policy: RestartPolicy,
): Promise<{ readonly code: Promise<number> }> => {
  const first = await start(life, container);
  const code = restart(life, container, policy, first);
  life.ends.push(code);
  code.catch(() => undefined); // whoever waits for `ends` hears of it
  return { code };
};

const restart = async (
  life: Life,
  container: Container,
  policy: RestartPolicy,
  first: Run,
): Promise<number> => {
  for (let run = first; ; run = await start(life, container)) {
    const code = await whenEnded(life.sandbox, run);
    if (policy === 'Never' || (policy === 'OnFailure' && code === 0)) return code;
    if (!life.stopping.aborted) await pause(restartMilliseconds);
    if (life.stopping.aborted) return code;
  }
};

const start = async ({ sandbox, runs, stopping }: Life, container: Container): Promise<Run> => {
  const target = runs.get(container.targetContainerName ?? '')?.at(-1);
  const run = await startRun(sandbox, runs, container, target?.id);
  if (stopping.aborted) await stopRun(sandbox, run);
  else await runHook(sandbox, run, container.lifecycle?.postStart);
  return run;
};

/**
 * Stops what still runs: native sidecars last, in reverse order.
 *
 * @see kubernetes pkg/kubelet/kuberuntime/kuberuntime_termination_order.go
 */
export const stopAll = async ({ sandbox, runs }: Life): Promise<void> => {
  const { initContainers = [], containers = [], ephemeralContainers = [] } = sandbox.spec;
  const sidecars = initContainers.filter(({ restartPolicy }) => restartPolicy === 'Always');
  const others = initContainers.filter((container) => !sidecars.includes(container));
  const stop = async ({ name = '', lifecycle }: Container): Promise<void> => {
    const run = runs.get(name)?.at(-1);
    if (run === undefined || run.exitCode !== undefined) return;
    await runHook(sandbox, run, lifecycle?.preStop);
    await stopRun(sandbox, run);
  };
  await Promise.all([...others, ...containers, ...ephemeralContainers].map(stop));
  for (const sidecar of sidecars.toReversed()) await stop(sidecar);
};
