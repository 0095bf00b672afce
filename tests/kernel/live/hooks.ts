import { setTimeout as pause } from 'node:timers/promises';

import type { Container, Probe } from '../../../src/model/pod.ts';
import type { Sandbox } from '../sandbox.ts';
import { execute, type Run, stopRun } from './container-runs.ts';
import type { Life } from './life.ts';

/** A probe's or hook's action, as the API has it. */
type Handler = { readonly exec?: unknown };

/** @throws Error for httpGet, tcpSocket, grpc and sleep, which no node of these tests does. */
const commandOf = ({ exec }: Handler): readonly string[] => {
  if (exec === undefined) throw new Error('Of probes and hooks only those with exec are run.');
  return (exec as { readonly command?: readonly string[] }).command ?? []; // ExecAction of the API
};

/** Runs a lifecycle hook, if there is one. What becomes of it does not matter: the container may have ended by itself. */
export const runHook = async (sandbox: Sandbox, run: Run, hook: Handler | undefined): Promise<void> => {
  if (hook === undefined) return;
  const command = commandOf(hook);
  await execute(sandbox, run, command).catch(() => undefined);
};

/**
 * Waits until a container's startupProbe succeeds, or not at all without one. A container that fails too often is stopped, and the
 * one that is started in its place is asked from the beginning.
 *
 * @see kubernetes pkg/kubelet/prober/worker.go, doProbe; the defaults are those of pkg/apis/core/v1/defaults.go, SetDefaults_Probe
 */
export const whenStartedUp = async (life: Life, { name = '', startupProbe }: Container): Promise<void> => {
  if (startupProbe === undefined) return;
  const { initialDelaySeconds = 0, periodSeconds = 10, failureThreshold = 3 } = startupProbe;
  await pause(Number(initialDelaySeconds) * 1_000);
  for (let failures = 0; !life.stopping.aborted; await pause(Number(periodSeconds) * 1_000)) {
    const run = life.runs.get(name)?.at(-1);
    if (run === undefined || (await succeeds(life.sandbox, run, startupProbe))) return;
    failures += 1;
    if (failures % Number(failureThreshold) === 0) await stopRun(life.sandbox, run);
  }
};

const succeeds = async (sandbox: Sandbox, run: Run, probe: Probe): Promise<boolean> => {
  const command = commandOf(probe);
  try {
    const { exitCode } = await execute(sandbox, run, command, Number(probe.timeoutSeconds ?? 1));
    return exitCode === 0;
  } catch {
    return false; // not in time, or in a container that has just ended
  }
};
