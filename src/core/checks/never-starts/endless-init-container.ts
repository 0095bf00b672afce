import { containerAt } from '../../pod.ts';
import { withScript } from '../../script/commands.ts';
import { neverEnds } from '../../script/endless.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';

export const endlessInitContainer: Check = {
  id: 'endless-init-container',
  group: 'never-starts',
  severity: 'error',
  summary: 'The command of an init container never ends.',
  why: 'What stands after a plain init container starts when it has ended. One that sleeps, follows a file or loops for ever blocks the Pod; it is usually a sidecar that lacks restartPolicy: Always.',
  remedy: 'Set restartPolicy: Always on it to make it a sidecar, or let its command end.',
  source: sources.sidecars,
  fix: {
    effect:
      'Adds restartPolicy: Always, which makes the init container a sidecar. What stands after it starts, and it runs beside them until the Pod ends.',
    edits: ({ pod }, { pointer }) => {
      const container = containerAt(pod, pointer)?.spec;
      if (!container?.name || container.restartPolicy !== undefined) return [];
      return [{ op: 'add', pointer: `${pointer}/restartPolicy`, value: 'Always', after: 'name' }];
    },
  },
  *run({ pod }) {
    for (const container of withScript(pod.containers)) {
      if (container.role !== 'init' || !neverEnds(container.spec)) continue;
      yield {
        pointer: container.pointer,
        message: `${container.name} is an init container and its command never ends, so nothing after it ever starts.`,
        containers: [container.name],
      };
    }
  },
};
