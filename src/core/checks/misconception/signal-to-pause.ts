import type { PodContainer } from '../../pod.ts';
import { withScript } from '../../script/commands.ts';
import { signalsPidOne } from '../../script/signals.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { listHandlers } from '../handlers.ts';

export const signalToPause: Check = {
  id: 'signal-to-pause',
  group: 'misconception',
  severity: 'warning',
  summary: 'A container signals PID 1 in a Pod whose processes are shared.',
  why: 'With shareProcessNamespace PID 1 is the pause process of the Pod, with hostPID the init process of the node. The program of a container has another number, so the signal does not reach it.',
  remedy: 'Find the process by name: pkill, or kill with pidof or pgrep.',
  source: sources.shareProcessNamespace,
  *run({ pod: { spec, containers } }) {
    if (spec.shareProcessNamespace !== true && spec.hostPID !== true) return;
    const one = spec.hostPID === true ? 'the init process of the node' : 'the pause process of the Pod';
    for (const { name, spec: script, pointer } of withScript(containers.flatMap(listScripts))) {
      if (!signalsPidOne(script)) continue;
      yield {
        pointer,
        message: `${name} signals PID 1, which is ${one}, not the program of a container.`,
        containers: [name],
      };
    }
  },
};

/** What a container runs: its own command, and those of its probes and hooks. */
function listScripts(container: PodContainer): Pick<PodContainer, 'name' | 'spec' | 'pointer'>[] {
  const { name, spec, pointer } = container;
  const handlers = [...listHandlers(container)].map(({ handler, pointer: place }) => ({
    name,
    spec: handler.exec ?? {},
    pointer: `${place}/exec/command`,
  }));
  return [{ name, spec, pointer }, ...handlers];
}
