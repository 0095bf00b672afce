import type { Pod, PodContainer } from '../../pod.ts';
import { sources } from '../../sources.ts';
import type { Check, Found } from '../check.ts';
import { type Handler, listHandlers } from '../handlers.ts';
import { refused } from '../refused.ts';
import { findUnread } from '../unread.ts';

export const invalidHandler: Check = {
  id: 'invalid-handler',
  group: 'rejected',
  severity: 'error',
  summary: 'A probe or lifecycle hook says nothing to do, or two things.',
  why: 'Each has exactly one handler: exec, httpGet, tcpSocket, grpc (probes) or sleep (hooks).',
  remedy: 'Keep one handler. A handler that is indented too little lands beside its probe instead of in it.',
  source: sources.validation,
  *run({ pod }) {
    const isUnread = findUnread(pod);
    for (const container of pod.containers) {
      for (const handler of listHandlers(container)) yield* findFaults(pod, container, handler, isUnread);
    }
  },
};

const types = ['exec', 'httpGet', 'tcpSocket', 'grpc', 'sleep'] as const;

function* findFaults(
  pod: Pod,
  container: PodContainer,
  { handler, pointer }: Handler,
  isUnread: (pointer: string) => boolean,
): Generator<Found> {
  const [first, ...more] = types.filter((type) => handler[type] !== undefined);
  if (first === undefined && !types.some((type) => isUnread(`${pointer}/${type}`))) {
    yield refused(pod, { pointer, gist: 'must specify a handler type', container });
  }
  for (const type of more) {
    yield refused(pod, {
      pointer: `${pointer}/${type}`,
      gist: 'may not specify more than 1 handler type',
      container,
    });
  }
}
