import { declaredPorts } from '../../ports.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { listProbePorts } from '../probe-ports.ts';

export const probeOfSiblingPort: Check = {
  id: 'probe-of-sibling-port',
  group: 'wiring',
  severity: 'info',
  summary: 'A probe asks a port that only another container declares.',
  why: 'The containers share one network, so the other one answers: this container counts as healthy or ready when the other is, and it is restarted when the other fails.',
  remedy: 'Probe a port of this container, or move the probe to the container that serves the port.',
  source: sources.probes,
  *run({ pod }) {
    const owners = new Map<number, Set<string>>();
    for (const { port, protocol, container } of declaredPorts(pod)) {
      if (protocol !== 'TCP' || container.role === 'init') continue;
      owners.set(port, (owners.get(port) ?? new Set()).add(container.name));
    }
    for (const { container, port, pointer } of listProbePorts(pod)) {
      const names = typeof port === 'number' ? owners.get(port) : undefined;
      const [owner] = names ?? [];
      if (owner === undefined || names?.has(container.name)) continue;
      yield {
        pointer,
        message: `The probe of ${container.name} asks port ${port}, which ${owner} declares and ${container.name} does not: it tells how ${owner} is.`,
        containers: [container.name, owner],
      };
    }
  },
};
