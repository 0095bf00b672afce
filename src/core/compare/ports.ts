import type { Port } from '../../model/report.ts';
import { listNames } from '../list-names.ts';
import { beforeAndAfter, type ChangeDraft, outcomeOf } from './change-draft.ts';
import { placeOfNewRole } from './channel-place.ts';
import { type Place, placeOfContainer } from './place.ts';
import type { PodView, PodViews } from './pod-view.ts';

/** Compares which containers declare which port of the one port space of the Pod, and whether two would meet there. */
export function comparePorts(views: PodViews): ChangeDraft[] {
  const [was, is] = [indexPorts(views.before.ports), indexPorts(views.after.ports)];
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((subject) => {
    const [portBefore, portAfter] = [was.get(subject), is.get(subject)];
    const [textBefore, textAfter] = [portBefore && tell(portBefore), portAfter && tell(portAfter)];
    const port = portAfter ?? portBefore;
    if (port === undefined || textBefore === textAfter) return [];
    const containers = [...new Set([...port.containers, ...(portBefore?.containers ?? [])])];
    return [
      {
        outcome: outcomeOf(textBefore, textAfter),
        kind: 'port' as const,
        subject,
        containers,
        ...beforeAndAfter(textBefore, textAfter),
        because:
          portAfter === undefined
            ? 'No container declares this port any more.'
            : `${listNames(port.containers)} ${port.containers.length > 1 ? 'declare' : 'declares'} this port.`,
        place: placeOfPort(views, subject, containers),
      },
    ];
  });
}

const indexPorts = (ports: readonly Port[]): Map<string, Port> =>
  new Map(ports.map((port) => [`${port.port}/${port.protocol}`, port]));

const tell = ({ containers, conflict }: Port): string =>
  `declared by ${containers.toSorted().join(', ')}${conflict ? ', in conflict' : ''}`;

/** Finds the first declaration that is new, else one that is gone; else the container that meets others there in another role. */
function placeOfPort(views: PodViews, subject: string, containers: readonly string[]): Place {
  const { before, after } = views;
  return (
    placeOfNewPort(after, before, subject) ??
    placeOfNewPort(before, after, subject) ??
    placeOfNewRole(views, containers) ??
    placeOfContainer(after, containers[0] ?? '')
  );
}

function placeOfNewPort(here: PodView, there: PodView, subject: string): Place | undefined {
  const known = new Set(there.declaredPorts.get(subject)?.map(({ container }) => container.name));
  const port = here.declaredPorts.get(subject)?.find(({ container }) => !known.has(container.name));
  return port && { side: here.side, pointer: port.pointer };
}
