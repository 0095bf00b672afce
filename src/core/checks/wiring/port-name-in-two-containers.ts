import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { type Entry, listPorts } from '../entries.ts';

export const portNameInTwoContainers: Check = {
  id: 'port-name-in-two-containers',
  group: 'wiring',
  severity: 'warning',
  summary: 'Two containers have a port with the same name.',
  why: 'A Service that asks for the port by its name gets the first one found, and never the other. Probes look into their own container only.',
  remedy: 'Give each port of the Pod a name of its own.',
  source: sources.warnings,
  *run({ pod }) {
    const taken = new Map<string, Entry<{ readonly containerPort?: number }>>();
    for (const port of listPorts(pod)) {
      const { container, entry, pointer } = port;
      // Services look at app containers and sidecars.
      if (!entry.name || !entry.containerPort || container.role === 'init' || container.role === 'ephemeral')
        continue;
      const key = `${entry.name}/${entry.protocol ?? 'TCP'}`;
      const first = taken.get(key);
      if (first === undefined) taken.set(key, port);
      // An equal number is one port declared twice, which is another matter.
      if (first === undefined || first.container === container) continue;
      if (first.entry.containerPort === entry.containerPort) continue;
      yield {
        pointer: `${pointer}/name`,
        message: `Port ${entry.name} is the name of port ${first.entry.containerPort} of ${first.container.name} and of port ${entry.containerPort} of ${container.name}: a Service reaches only one of them by name.`,
        containers: [first.container.name, container.name],
      };
    }
  },
};
