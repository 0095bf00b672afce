import type { ContainerPort } from '../../../model/pod.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { type Entry, listPorts } from '../entries.ts';

export const overlappingHostPort: Check = {
  id: 'overlapping-host-port',
  group: 'wiring',
  severity: 'warning',
  summary: 'Two containers ask for the same port of the node, in a way the API server does not refuse.',
  why: 'It compares app containers with each other, and address with address. The same hostPort of a sidecar and an app, or once for all addresses and once for one of them, passes, and who gets the traffic is not defined.',
  remedy: 'Give each container a hostPort of its own, or publish the port with a Service.',
  source: sources.warnings,
  *run({ pod }) {
    if (pod.spec.hostNetwork === true) return;
    const claims = new Map<string, HostPort[]>();
    for (const port of listPorts(pod)) {
      if (!port.entry.hostPort || port.container.role === 'init') continue;
      const number = `${port.entry.hostPort}/${port.entry.protocol ?? 'TCP'}`;
      const earlier = claims.get(number) ?? [];
      const other = earlier.find((each) => each.container !== port.container && meet(each, port));
      if (earlier.length < CLAIMS_KEPT) claims.set(number, [...earlier, port]);
      if (other === undefined) continue;
      yield {
        pointer: `${port.pointer}/hostPort`,
        message: `${port.container.name} asks for hostPort ${number}, which ${other.container.name} asks for too: who gets the traffic is not defined.`,
        containers: [other.container.name, port.container.name],
      };
    }
  },
};

/** Claims to one port that a later one is compared with. */
const CLAIMS_KEPT = 32;

type HostPort = Entry<ContainerPort>;

/** Says whether two claims meet and the API server lets them: it compares app containers only, letter by letter. */
function meet(a: HostPort, b: HostPort): boolean {
  const [from, to] = [a, b].map(({ entry }) => (isAnyAddress(entry) ? '' : entry.hostIP));
  if (from !== to && from !== '' && to !== '') return false;
  const bothApps = a.container.role === 'app' && b.container.role === 'app';
  return !bothApps || (a.entry.hostIP ?? '') !== (b.entry.hostIP ?? '');
}

const isAnyAddress = ({ hostIP = '' }: ContainerPort): boolean => /^(0\.0\.0\.0|::)?$/.test(hostIP);
