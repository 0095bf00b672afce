import { isPortName } from '../../../model/names.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { listProbePorts } from '../probe-ports.ts';

export const probeOfUnknownPortName: Check = {
  id: 'probe-of-unknown-port-name',
  group: 'wiring',
  severity: 'error',
  summary: 'A probe asks a port by a name that its container does not give to any port.',
  why: 'The kubelet looks for the name in the ports of the container that has the probe, not in those of the others. It does not find it, so the probe never succeeds: the container never gets ready, and a liveness probe never restarts it.',
  remedy: 'Use the number of the port, or declare a port with that name in this container.',
  source: sources.probePorts,
  *run({ pod }) {
    for (const { container, port, pointer } of listProbePorts(pod)) {
      if (typeof port !== 'string' || !isPortName(port)) continue;
      if ((container.spec.ports ?? []).some(({ name }) => name === port)) continue;
      yield {
        pointer,
        message: `No port of ${container.name} is called ${port}: the probe never succeeds.`,
        containers: [container.name],
      };
    }
  },
};
