import { sources } from '../sources.ts';
import { cleanPath } from '../volumes/paths.ts';
import {
  bothWays,
  type ChannelRule,
  handOver,
  type Judgement,
  merge,
  no,
  type PairFacts,
} from './channel.ts';
import { fileConditions } from './file-owner.ts';

/**
 * POSIX shared memory and named semaphores: files in /dev/shm, a file system the runtime mounts from the sandbox into
 * every container. It is not part of the IPC namespace. A volume mounted at /dev/shm takes its place.
 *
 * @see containerd `internal/cri/server/container_create.go`, linuxContainerMounts; shm_overview(7)
 */
export const sharedMemory: ChannelRule = {
  kind: 'shared-memory',
  title: 'Shared memory in /dev/shm',
  allows:
    'Mapping memory and semaphores the other made with shm_open or sem_open, and reading files it put into /dev/shm.',
  needs:
    'One file system at /dev/shm. The runtime mounts that of the Pod into every container; a volume mounted there takes its place.',
  source: sources.manShmOverview,
  judge(pair) {
    const { pod, a, b } = pair;
    if (pod.os === 'windows') return bothWays('shared-memory', no('Windows has no /dev/shm.'));
    if (!pair.shareRuntimeMount('/dev/shm')) {
      return bothWays(
        'shared-memory',
        no('They see different file systems at /dev/shm: a volume is mounted there.'),
      );
    }
    const left = `What ${a.name} leaves there, ${b.name} finds.`;
    const writes = { a: writesShm(pair, 'a'), b: writesShm(pair, 'b') };
    const judgement = (from: 'a' | 'b', to: 'a' | 'b'): Judgement =>
      writes[from]
        ? {
            verdict: 'yes',
            because: 'Both see the same file system at /dev/shm.',
            conditions: fileConditions(pod, pair[from], pair[to], false),
          }
        : no(`${pair[from].name} has /dev/shm mounted read-only.`);
    if (pair.lifetime === 'concurrent')
      return merge('shared-memory', judgement('a', 'b'), judgement('b', 'a'));
    return writes.a
      ? handOver('shared-memory', pair, judgement('a', 'b'), left)
      : bothWays('shared-memory', judgement('a', 'b'));
  },
};

function writesShm({ mountsOf, ...pair }: PairFacts, side: 'a' | 'b'): boolean {
  const mount = mountsOf(pair[side]).findLast(({ path }) => cleanPath(path) === '/dev/shm');
  return mount === undefined || mount.access === 'read-write';
}
