import { isPortName, portNameRule } from '../../../model/names.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { listPorts } from '../entries.ts';
import { refused } from '../refused.ts';

export const invalidPortName: Check = {
  id: 'invalid-port-name',
  group: 'rejected',
  severity: 'error',
  summary: 'The name of a port is not a service name.',
  why: 'Names of ports have at most 15 lower-case letters, digits and hyphens, with at least one letter.',
  remedy: 'Use a short name such as http or grpc-admin.',
  source: sources.validation,
  *run({ pod }) {
    for (const { container, entry, pointer } of listPorts(pod)) {
      if (!entry.name || isPortName(entry.name)) continue;
      yield refused(pod, { pointer: `${pointer}/name`, gist: portNameRule, container });
    }
  },
};
