import { groupBy } from '../../../model/group-by.ts';
import { listNames } from '../../list-names.ts';
import { findRuntimeSocket } from '../../security/runtime-sockets.ts';
import { sources } from '../../sources.ts';
import { listNodeMounts } from '../../volumes/node-mounts.ts';
import type { Check } from '../check.ts';

export const runtimeSocket: Check = {
  id: 'runtime-socket',
  group: 'exposure',
  severity: 'warning',
  summary: 'A container sees the socket of the container runtime.',
  why: 'Who connects to it starts any container on the node, privileged ones too, past the API server and its policies. A read-only mount does not prevent connecting.',
  remedy:
    'Remove the volume. To build images use a builder that needs no daemon; to watch containers ask the API server or the kubelet.',
  source: sources.hostPath,
  *run({ mounts }) {
    const showing = listNodeMounts(mounts).filter(({ path }) => findRuntimeSocket(path) !== undefined);
    for (const uses of groupBy(showing, ({ mount }) => mount.volume).values()) {
      const [{ mount, path }] = uses;
      const names = [...new Set(uses.map(({ mount: { container } }) => container.name))];
      yield {
        pointer: `${mount.volume.pointer}/hostPath/path`,
        message: `Volume ${mount.volume.name} shows ${listNames(names)} ${path} of the node, where the container runtime listens: that is control over the node, even if the mount is read-only.`,
        containers: names,
      };
    }
  },
};
