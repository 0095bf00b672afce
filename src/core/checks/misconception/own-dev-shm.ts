import { sources } from '../../sources.ts';
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
  *run({ pod, mountsOf }) {
    const lasting = pod.containers.filter(({ role }) => role === 'app' || role === 'sidecar');
    const seen = lasting.map((container) => ({
      container,
      mount: mountsOf(container).findLast(({ path, isDevice }) => path === '/dev/shm' && !isDevice),
    }));
    const first = seen.find(({ mount }) => mount !== undefined);
    const other = seen.find(({ mount }) => !isSame(mount, first?.mount));
    if (first?.mount === undefined || other === undefined) return;
    const [a, b] = [first.container.name, other.container.name];
    yield {
      pointer: first.mount.pointer,
      message: `${a} has volume ${first.mount.volume.name} at /dev/shm and ${b} has not, so they share no POSIX shared memory, though they share the IPC namespace.`,
      containers: [a, b],
    };
  },
};

type Place = { readonly volume: { readonly name: string }; readonly subPath: string | null };

const isSame = (a: Place | undefined, b: Place | undefined): boolean =>
  a?.volume.name === b?.volume.name && a?.subPath === b?.subPath;
