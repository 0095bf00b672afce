import { parentOf } from '../../../model/pointer.ts';
import { aRole } from '../../../model/role-nouns.ts';
import { fieldAt } from '../../field-at.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { listPorts } from '../entries.ts';

export const unmappedHostPort: Check = {
  id: 'unmapped-host-port',
  group: 'does-not-do-what-it-says',
  severity: 'error',
  summary: 'A sidecar or init container asks for a hostPort.',
  why: 'The kubelet maps the hostPorts of app containers only. The scheduler keeps the port of the node free for a sidecar all the same, so nothing else can have it and nothing answers there.',
  remedy:
    'Declare the hostPort on an app container: all containers of the Pod share one network, so the port may belong to any of them.',
  source: sources.kubeletSandbox,
  fix: {
    effect:
      'Removes hostPort, and hostIP with it. Nothing answered there; the scheduler no longer keeps the port of the node free.',
    edits: ({ pod }, { pointer }) => {
      const hostIp = `${parentOf(pointer)}/hostIP`;
      const fields = fieldAt(pod.manifest, hostIp) === undefined ? [pointer] : [pointer, hostIp];
      return fields.map((field) => ({ op: 'remove', pointer: field }));
    },
  },
  *run({ pod }) {
    if (pod.spec.hostNetwork === true) return;
    for (const { container, entry, pointer } of listPorts(pod)) {
      if (!entry.hostPort || (container.role !== 'sidecar' && container.role !== 'init')) continue;
      yield {
        pointer: `${pointer}/hostPort`,
        message: `hostPort ${entry.hostPort} of ${container.name} is not mapped, because ${container.name} is ${aRole(container.role)}: only those of app containers are.`,
        containers: [container.name],
      };
    }
  },
};
