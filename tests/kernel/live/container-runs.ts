import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import type { Container } from '../../../src/model/pod.ts';
import type { Process } from '../cri.ts';
import { type Sandbox, startContainer } from '../sandbox.ts';
import { type LogLine, readLog } from './log.ts';

/** One run of a container, from a start to an end. */
export type Run = {
  /** CRI id. */
  readonly id: string;
  readonly log: string;
  /** Undefined while it runs. */
  exitCode: number | undefined;
};

/** The runs of every container so far, by name, in the order of the first starts. */
export type Runs = Map<string, Run[]>;

/** Starts a container once more. */
export const startRun = async (
  sandbox: Sandbox,
  runs: Runs,
  container: Container,
  target: string | undefined,
): Promise<Run> => {
  const { name = '' } = container;
  const earlier = runs.get(name) ?? [];
  const attempt = earlier.length;
  const process = processOf(container, `${name}/${attempt}.log`);
  const log = join(sandbox.config.logDirectory, process.logPath);
  mkdirSync(dirname(log), { recursive: true });
  refuseRoot(sandbox, container);
  const id = await startContainer(sandbox, container, { process, attempt, target });
  const run: Run = { id, log, exitCode: undefined };
  runs.set(name, [...earlier, run]);
  return run;
};

/** What the manifest says; where it says nothing, the image decides. */
const processOf = (container: Container, logPath: string) =>
  ({
    image: { image: container.image ?? '' },
    command: container.command ?? [],
    args: container.args ?? [],
    workingDir: String(container.workingDir ?? ''),
    envs: (container.env ?? []).map(({ name: key = '', value = '' }) => ({ key, value })),
    logPath,
    stdin: container.stdin === true,
    tty: container.tty === true,
  }) satisfies Process;

/** @see kubernetes pkg/kubelet/kuberuntime/security_context.go, verifyRunAsNonRoot; the images here name no user, so it is root */
const refuseRoot = ({ spec }: Sandbox, { name, securityContext }: Container): void => {
  const { runAsNonRoot, runAsUser = 0 } = { ...spec.securityContext, ...securityContext };
  if (runAsNonRoot === true && runAsUser === 0) throw new Error(`Container ${name} must not run as root.`);
};

const pollMilliseconds = 200;

/** Waits for the end of a run and gives its exit code. */
export const whenEnded = async ({ node }: Sandbox, run: Run): Promise<number> => {
  for (; ; await pause(pollMilliseconds)) {
    const { status } = await node.cri.call('ContainerStatus', { containerId: run.id, verbose: false });
    if (status.state !== 'CONTAINER_EXITED') continue;
    run.exitCode = status.exitCode;
    return status.exitCode;
  }
};

/** What a program that ran in a container gave back. */
export type Executed = { readonly stdout: string; readonly stderr: string; readonly exitCode: number };

/**
 * Runs a program in a running container, as `kubectl exec` does.
 *
 * @throws Error when the container does not run or the program does not end in time.
 */
export const execute = async (
  { node }: Sandbox,
  { id }: Run,
  command: readonly string[],
  timeoutSeconds = 10,
): Promise<Executed> => {
  const request = { containerId: id, cmd: command, timeout: timeoutSeconds };
  const { stdout, stderr, exitCode } = await node.cri.call('ExecSync', request);
  return { stdout: stdout.toString(), stderr: stderr.toString(), exitCode };
};

/** How long a container may take to end after SIGTERM. A kubelet gives it terminationGracePeriodSeconds, 30 by default. */
const graceSeconds = 5;

/** Sends SIGTERM to a container and, if it does not end, SIGKILL. */
export const stopRun = async ({ node }: Sandbox, { id }: Run): Promise<void> => {
  await node.cri.call('StopContainer', { containerId: id, timeout: graceSeconds });
};

/** What a container has written in all its runs. */
export const linesOf = (runs: readonly Run[]): readonly LogLine[] =>
  runs.flatMap(({ log }) => readLog(readFileSync(log, 'utf8')));
