import { listNames } from '../list-names.ts';
import { apart, holdingAll, mountsAt, reachable, together } from './evidence.ts';
import type { Plan } from './plan.ts';
import type { AddedVolume, Addition, Ruling } from './ruling.ts';
import { type MemoryWish, placeOf } from './wish.ts';

/** As large as the one the runtime makes for a Pod. */
const defaultSize = '64Mi';

/**
 * POSIX shared memory: files in /dev/shm. The runtime mounts one of 64 MiB into all containers of a Pod; an emptyDir in
 * memory that is mounted there takes its place, with a size of its own, for the containers that mount it.
 *
 * @see containerd `internal/cri/server/container_create.go`, linuxContainerMounts; shm_overview(7)
 */
export function sharedMemory(wish: MemoryWish, plan: Plan): Ruling {
  const { among, size } = wish;
  const names = listNames(among);
  if (wish.list === 'keepApart') {
    return {
      asked: `${names} do not share /dev/shm (POSIX shared memory)`,
      refusals: [],
      addition: ownFileSystems(wish, plan),
      prove: (report) => {
        const mounts = apart(mountsAt(report, '/dev/shm'), among, '/dev/shm');
        return mounts.holds ? (reachable(report, among) ?? mounts) : mounts;
      },
    };
  }
  return {
    asked: `${names} share ${size === undefined ? '' : `${size} of `}/dev/shm (POSIX shared memory)`,
    refusals: refusals(wish, plan),
    addition: size === undefined ? {} : oneFileSystem(among, size),
    prove: (report) => {
      const instances = mountsAt(report, '/dev/shm');
      const { because, holds } = together(instances, among, '/dev/shm');
      const isExact = holdingAll(instances, among)?.containers.length === among.length;
      return { because, holds: holds && isExact };
    },
  };
}

function oneFileSystem(among: readonly string[], size: string): Addition {
  const who = listNames(among);
  return {
    volumes: [
      {
        ...memory('shared-memory', size, among),
        comment: `/dev/shm of ${who}, in place of the 64 MiB of the Pod.`,
      },
    ],
    says: [
      `An emptyDir in memory of ${size} is mounted at /dev/shm, where POSIX shared memory lives, in ${who}.`,
    ],
  };
}

function ownFileSystems(wish: MemoryWish, plan: Plan): Addition {
  const own = takenOut(wish, plan);
  if (own.length === 0) return {};
  const size = wish.size ?? defaultSize;
  return {
    volumes: own.map((name) => ({
      ...memory(`${name}-memory`, size, [name]),
      comment: `/dev/shm of ${name} alone.`,
    })),
    says: [
      `${listNames(own)} ${own.length === 1 ? 'has' : 'each have'} an emptyDir in memory of ${size} at /dev/shm in place of the one that comes with the Pod: nothing in it is seen by another.`,
    ],
  };
}

const memory = (name: string, size: string, containers: readonly string[]): Omit<AddedVolume, 'comment'> => ({
  name,
  source: { emptyDir: { medium: 'Memory', sizeLimit: size } },
  mounts: containers.map((container) => ({ container, path: '/dev/shm', readOnly: false })),
});

/**
 * The containers that a wish to keep apart gives a file system of their own: of those that would still see the Pod's, all but
 * the first. What earlier wishes took out stays out.
 */
function takenOut(wish: MemoryWish, { wishes }: Plan): string[] {
  const memories = wishes.filter((one): one is MemoryWish => one.kind === 'shared-memory');
  const out = new Set(memories.filter(isSized).flatMap(({ among }) => among));
  for (const one of memories) {
    if (one.list === 'share') continue;
    const own = one.among.filter((name) => !out.has(name)).slice(1);
    if (one === wish) return own;
    for (const name of own) out.add(name);
  }
  return [];
}

const isSized = ({ list, size }: MemoryWish): boolean => list === 'share' && size !== undefined;

function refusals(wish: MemoryWish, { wishes, names }: Plan): string[] {
  const sized = wishes.filter((one): one is MemoryWish => one.kind === 'shared-memory' && isSized(one));
  if (wish.size === undefined) {
    const some = sized.find(({ among }) => among.length < names.length);
    return some === undefined
      ? []
      : [
          `${placeOf(some)} gives some containers a /dev/shm of their own, so that all cannot share one. Leave one of the two out.`,
        ];
  }
  const other = sized.find(
    ({ index, among }) => index < wish.index && among.some((name) => wish.among.includes(name)),
  );
  return other === undefined
    ? []
    : [
        `A container has one /dev/shm, and ${placeOf(other)} already gives one to a container of this wish. Make one wish of the two, or name different containers.`,
      ];
}
