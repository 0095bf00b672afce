import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { removeCgroups } from './cgroups.ts';
import { type Cri, connectCri } from './cri.ts';
import { type Image, importImage } from './image.ts';
import { probeImage } from './probe-image.ts';
import { cniPlugins, requirePrograms } from './requirements.ts';

/**
 * A node with a running containerd. It has namespaces of its own (network, IPC, UTS, PID, mount), so that what a Pod does
 * to "the node" does not reach this machine, and so that its end takes every process, mount and link with it.
 */
export type KernelNode = {
  readonly cri: Cri;
  /** A folder of this machine that the node sees at the same path. */
  readonly folder: string;
  /** Where this machine finds the node's first process, and with `/root` after it the node's files. */
  readonly proc: string;
  readonly hostname: string;
  readonly cgroupParent: string;
  readonly version: string;
  readonly stop: () => Promise<void>;
};

const hostname = 'kernel-test-node';
const startMilliseconds = 120_000;

/** A node of its own: nothing of this machine but its files, and those only until the mounts below. */
const namespaces = ['--net', '--ipc', '--uts', '--pid', '--mount', '--fork', '--kill-child', '--mount-proc'];

/**
 * The first process of the node. It ends when containerd does or when its standard input does, which is also when this process
 * dies; the kernel then kills whatever else the node runs.
 */
const boot = `set -e
mount --make-rshared /
mount -t tmpfs tmpfs /run
mount -t tmpfs tmpfs /var/lib
mount -t tmpfs -o mode=1777 tmpfs /dev/shm
echo ${hostname} > /proc/sys/kernel/hostname
ip link set lo up
exec 3<&0
containerd --config "$1" &
runtime=$!
(read -r _ <&3 || kill -KILL $runtime) &
wait $runtime`;

/**
 * Starts containerd with a configuration, root, state and socket of its own and imports the image of the probe.
 *
 * @param images - What Pods need besides it.
 * @throws Error when a program is missing (with the command that installs it) or when the runtime does not get ready in
 * two minutes (with the end of its log). Nothing is left behind then.
 */
export const startContainerd = async (images: readonly Image[] = []): Promise<KernelNode> => {
  requirePrograms();
  const folder = mkdtempSync(join(tmpdir(), 'podshare-kernel-'));
  const cgroupParent = `/podshare-${process.pid}`;
  const log = join(folder, 'containerd.log');
  const socket = join(folder, 'containerd.sock');
  writeConfiguration(folder, socket);

  const output = openSync(log, 'a');
  const child = spawn('unshare', [...namespaces, 'sh', '-c', boot, 'sh', join(folder, 'config.toml')], {
    stdio: ['pipe', output, output],
  });
  closeSync(output);
  const cri = connectCri(socket);
  const stop = async (): Promise<void> => {
    cri.close();
    await end(child);
    rmSync(folder, { recursive: true, force: true });
    removeCgroups(cgroupParent);
  };

  try {
    const version = await Promise.race([whenReady(cri), whenGone(child)]);
    for (const image of [probeImage, ...images]) await importImage(image, folder, socket);
    const pid = Number(readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim());
    return { cri, folder, proc: `/proc/${pid}`, hostname, cgroupParent, version, stop };
  } catch (error) {
    const tail = readFileSync(log, 'utf8').split('\n').slice(-20).join('\n');
    await stop();
    throw new Error(`The container runtime does not start: ${error}\nThe end of its log:\n${tail}`);
  }
};

const writeConfiguration = (folder: string, socket: string): void => {
  const networks = join(folder, 'cni');
  mkdirSync(networks);
  const bridge = {
    type: 'bridge',
    bridge: 'kernel-test',
    ipam: { type: 'host-local', subnet: '10.213.0.0/16' },
  };
  const network = { cniVersion: '0.4.0', name: 'kernel-test', plugins: [bridge] };
  writeFileSync(join(networks, 'kernel-test.conflist'), JSON.stringify(network));
  writeFileSync(
    join(folder, 'config.toml'),
    `version = 2
root = "${folder}/root"
state = "${folder}/state"
[grpc]
address = "${socket}"
[plugins."io.containerd.grpc.v1.cri"]
sandbox_image = "${probeImage.names[0]}"
# Neither is there on every machine: the right to lower a score, a loaded profile.
restrict_oom_score_adj = true
disable_apparmor = true
[plugins."io.containerd.grpc.v1.cri".containerd]
snapshotter = "native"
[plugins."io.containerd.grpc.v1.cri".cni]
bin_dir = "${cniPlugins}"
conf_dir = "${networks}"
`,
  );
};

/** Waits until the runtime and its network are ready; gives its name and version. */
const whenReady = async (cri: Cri): Promise<string> => {
  for (const end = Date.now() + startMilliseconds; ; await pause(100)) {
    const { status } = await cri.call('Status', {});
    const waiting = status.conditions.filter((condition) => !condition.status);
    if (waiting.length === 0) break;
    if (Date.now() > end)
      throw new Error(waiting.map(({ type, message }) => `${type}: ${message}`).join('; '));
  }
  const { runtimeName, runtimeVersion } = await cri.call('Version', {});
  return `${runtimeName} ${runtimeVersion}`;
};

const whenGone = (child: ChildProcess): Promise<never> =>
  new Promise((_, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The node ended with exit code ${code}.`)));
  });

const end = async (child: ChildProcess): Promise<void> => {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.stdin?.end();
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await gone;
  clearTimeout(timer);
};
