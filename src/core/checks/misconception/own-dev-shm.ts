import { memberships } from '../../instances.ts';
import { sources } from '../../sources.ts';
import type { Mount } from '../../volumes/mounts.ts';
import type { Check } from '../check.ts';

export const ownDevShm: Check = {
  id: 'own-dev-shm',
  group: 'misconception',
  severity: 'info',
  summary: 'A volume at /dev/shm takes a container out of the shared memory of the Pod.',
  why: 'POSIX shared memory is files in /dev/shm, which the runtime mounts from the Pod into every container. It is not part of the IPC namespace. A volume mounted there in some containers takes the place of the common one for these alone.',
  remedy:
    'If the containers exchange shared memory, mount the same volume at /dev/shm in each. If the volume is there for its size only, leave it.',
  source: sources.manShmOverview,
  *run({ pod, mountsOf, runtimeMounts }) {
    const instanceOf = memberships(runtimeMounts.find(({ path }) => path === '/dev/shm')?.instances ?? []);
    const seen = pod.containers
      .filter(({ role }) => role === 'app' || role === 'sidecar')
      .map((container) => ({
        name: container.name,
        instance: instanceOf.get(container.name),
        mount: mountsOf(container).findLast(({ path, isDevice }) => path === '/dev/shm' && !isDevice),
      }))
      .filter(({ mount }) => mount?.subPath !== null);
    const first = seen.find(({ mount }) => mount !== undefined);
    const other = seen.find(({ instance }) => instance !== first?.instance);
    if (first?.mount === undefined || other === undefined) return;
    yield {
      pointer: first.mount.pointer,
      message: `${first.name} has volume ${first.mount.volume.name} at /dev/shm and ${other.name} has ${tellOther(first.mount, other.mount)}, so they share no POSIX shared memory, though they share the IPC namespace.`,
      containers: [first.name, other.name],
    };
  },
};

function tellOther({ volume }: Mount, other: Mount | undefined): string {
  if (other === undefined) return 'not';
  return other.volume === volume ? 'another part of it' : `volume ${other.volume.name}`;
}
