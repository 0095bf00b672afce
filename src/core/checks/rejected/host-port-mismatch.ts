import { parentOf } from '../../../model/pointer.ts';
import { fieldAt } from '../../field-at.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { replaceBy } from '../edits.ts';
import { listPorts } from '../entries.ts';
import { refused } from '../refused.ts';

export const hostPortMismatch: Check = {
  id: 'host-port-mismatch',
  group: 'rejected',
  severity: 'error',
  summary: 'A Pod in the network of its node maps a hostPort to another containerPort.',
  why: "With hostNetwork nothing is mapped: what a container listens on is a port of the node. A hostPort can only repeat the container's port.",
  remedy: 'Remove hostPort, or give it the value of containerPort.',
  source: sources.validation,
  fix: {
    effect:
      'Gives hostPort the value of containerPort. The Pod is accepted; the container listens on containerPort, as before, and nothing answers at the number hostPort had.',
    edits: ({ pod }, { pointer }) => {
      const port = fieldAt(pod.manifest, `${parentOf(pointer)}/containerPort`);
      return replaceBy(pointer, typeof port === 'number' ? port : undefined);
    },
  },
  *run({ pod }) {
    if (pod.spec.hostNetwork !== true) return;
    for (const { container, entry, pointer } of listPorts(pod)) {
      const { hostPort, containerPort } = entry;
      if (container.role !== 'app' || !hostPort || !containerPort || hostPort === containerPort) continue;
      yield refused(pod, {
        pointer: `${pointer}/hostPort`,
        gist: 'must match `containerPort` when `hostNetwork` is true',
        container,
      });
    }
  },
};
