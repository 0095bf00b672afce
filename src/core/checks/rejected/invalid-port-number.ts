import type { ContainerPort } from '../../../model/pod.ts';
import { isPortNumber, portNumberRule } from '../../ports.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { listPorts } from '../entries.ts';
import { fieldOrParent, refused } from '../refused.ts';
import { findUnread } from '../unread.ts';

export const invalidPortNumber: Check = {
  id: 'invalid-port-number',
  group: 'rejected',
  severity: 'error',
  summary: 'A port has no number, or one outside 1 to 65535.',
  why: 'containerPort is required and a port number. hostPort may be left out or 0.',
  remedy: 'Give the number the container listens on, without quotes.',
  source: sources.validation,
  *run({ pod }) {
    const isUnread = findUnread(pod);
    for (const { container, entry, pointer } of listPorts(pod)) {
      for (const field of ['containerPort', 'hostPort'] as const) {
        const gist = faultOf(entry, field);
        const at = `${pointer}/${field}`;
        if (gist === undefined || isUnread(at)) continue;
        yield refused(pod, { ...fieldOrParent(at, entry[field]), gist, container });
      }
    }
  },
};

function faultOf(port: ContainerPort, field: 'containerPort' | 'hostPort'): string | undefined {
  const number = port[field] ?? 0;
  if (number === 0) return field === 'containerPort' ? 'Required value' : undefined;
  return isPortNumber(number) ? undefined : portNumberRule;
}
