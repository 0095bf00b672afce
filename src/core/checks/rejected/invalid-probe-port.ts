import { isPortName, portNameRule } from '../../../model/names.ts';
import { fieldAt } from '../../field-at.ts';
import { isPortNumber, portNumberRule } from '../../ports.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { listHandlers } from '../handlers.ts';
import { fieldOrParent, refused } from '../refused.ts';
import { findUnread } from '../unread.ts';

export const invalidProbePort: Check = {
  id: 'invalid-probe-port',
  group: 'rejected',
  severity: 'error',
  summary: 'A probe or lifecycle hook goes to something that is no port.',
  why: 'The port is a number from 1 to 65535 or the name of a port. A number in quotes is taken as a name, and a name has at least one letter.',
  remedy: 'Write the number without quotes, or the name of a port of this container.',
  source: sources.validation,
  fix: {
    effect:
      'Writes a number in quotes as a number. The Pod is accepted, and the probe goes to the port of that number.',
    edits: ({ pod }, { pointer }) => {
      const port = fieldAt(pod.manifest, pointer);
      return typeof port === 'string' && faultOf(Number(port) || 0) === undefined
        ? [{ op: 'retype', pointer, type: 'integer' }]
        : [];
    },
  },
  *run({ pod }) {
    const isUnread = findUnread(pod);
    for (const container of pod.containers) {
      for (const { handler, pointer } of listHandlers(container)) {
        for (const type of ['httpGet', 'tcpSocket', 'grpc'] as const) {
          if (handler[type] === undefined) continue;
          const { port } = handler[type];
          const gist = faultOf(port ?? 0);
          const at = `${pointer}/${type}/port`;
          if (gist === undefined || isUnread(at)) continue;
          yield refused(pod, { ...fieldOrParent(at, port), gist, container });
        }
      }
    }
  },
};

function faultOf(port: number | string): string | undefined {
  if (typeof port === 'string') return isPortName(port) ? undefined : portNameRule;
  return isPortNumber(port) ? undefined : portNumberRule;
}
