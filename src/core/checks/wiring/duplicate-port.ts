import { parentOf } from '../../../model/pointer.ts';
import { conflicting, groupPorts } from '../../ports.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { duplicateHostPort } from '../rejected/duplicate-host-port.ts';

export const duplicatePort: Check = {
  id: 'duplicate-port',
  group: 'wiring',
  severity: 'warning',
  summary: 'Two containers that run together declare the same port.',
  why: 'The Pod has one port space. The API server only warns, but the second of two servers that listen on one port and address fails with "address already in use".',
  remedy: 'Give each container a port of its own.',
  source: sources.warnings,
  *run(facts) {
    const refused = new Set([...duplicateHostPort.run(facts)].map(({ pointer }) => parentOf(pointer)));
    for (const [key, group] of groupPorts(facts.pod)) {
      for (const { container, pointer } of conflicting(group)) {
        if (refused.has(pointer)) continue;
        const first = group[0].container.name;
        yield {
          pointer,
          message: `${container.name} declares port ${key}, which ${first} declares too: both listen in one network namespace.`,
          containers: [first, container.name],
        };
      }
    }
  },
};
