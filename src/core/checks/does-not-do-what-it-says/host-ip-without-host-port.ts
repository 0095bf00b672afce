import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { removeFound } from '../edits.ts';
import { listPorts } from '../entries.ts';

export const hostIpWithoutHostPort: Check = {
  id: 'host-ip-without-host-port',
  group: 'does-not-do-what-it-says',
  severity: 'warning',
  summary: 'A port has a hostIP but no hostPort.',
  why: 'hostIP says at which address of the node the hostPort is published. Without a hostPort nothing is published, and the server in the container listens where it likes.',
  remedy: 'Add a hostPort, or remove hostIP. To bind the server to one address, configure the server.',
  source: sources.warnings,
  fix: {
    effect: 'Removes hostIP. Nothing changes: no port of the node is published before or after.',
    edits: removeFound,
  },
  *run({ pod }) {
    if (pod.spec.hostNetwork === true) return;
    for (const { container, entry, pointer } of listPorts(pod)) {
      if (!entry.hostIP || entry.hostPort || !entry.containerPort) continue;
      yield {
        pointer: `${pointer}/hostIP`,
        message: `hostIP has no effect on port ${entry.containerPort} of ${container.name}: there is no hostPort.`,
        containers: [container.name],
      };
    }
  },
};
