import type { Pod, PodContainer } from '../../pod.ts';
import { withScript } from '../../script/commands.ts';
import { localhostPorts } from '../../script/localhost-ports.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';

export const localhostFromInitContainer: Check = {
  id: 'localhost-from-init-container',
  group: 'misconception',
  severity: 'error',
  summary: 'An init container connects to a port of a container that starts after it.',
  why: 'They share localhost, but not the time: a plain init container has ended before the next container starts, so nobody answers. One that waits for an answer waits for ever.',
  remedy:
    'Wait in the container that comes later, or make the server a sidecar (restartPolicy: Always) that stands before this init container.',
  source: sources.initContainers,
  *run({ pod }) {
    const serversOf = listServers(pod);
    for (const container of withScript(pod.containers)) {
      if (container.role !== 'init') continue;
      for (const port of localhostPorts(container.spec)) {
        const [server, ...others] = serversOf.get(port) ?? [];
        if (server === undefined || [server, ...others].some((each) => mayAnswer(each, container))) continue;
        yield {
          pointer: container.pointer,
          message: `${container.name} connects to port ${port} on localhost, which ${server.name} declares: ${server.name} starts only after ${container.name} has ended.`,
          containers: [container.name, server.name],
        };
        break;
      }
    }
  },
};

/** The containers that declare each port, in start order. */
function listServers({ containers }: Pod): Map<number, PodContainer[]> {
  const servers = new Map<number, PodContainer[]>();
  for (const container of containers) {
    for (const { containerPort = 0 } of container.spec.ports ?? []) {
      const others = servers.get(containerPort);
      if (others === undefined) servers.set(containerPort, [container]);
      else if (others.at(-1) !== container) others.push(container);
    }
  }
  return servers;
}

/**
 * Says whether a server may be there when an init container runs: a sidecar before it, the init container itself, or a
 * server that it starts by itself, which the same image suggests.
 */
const mayAnswer = (server: PodContainer, init: PodContainer): boolean =>
  server === init ||
  (server.role === 'sidecar' && server.order < init.order) ||
  (server.spec.image !== undefined && server.spec.image === init.spec.image);
