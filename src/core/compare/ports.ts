import type { Port } from '../../model/report.ts';
import { listNames } from '../list-names.ts';
import { beforeAndAfter, type ChangeDraft, outcomeOf } from './change-draft.ts';
import { placeOfContainer } from './place.ts';
import type { PodViews } from './pod-view.ts';

/** Compares which containers declare which port of the one port space of the Pod, and whether two would meet there. */
export function comparePorts({ before, after }: PodViews): ChangeDraft[] {
  const [was, is] = [indexPorts(before.ports), indexPorts(after.ports)];
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((subject) => {
    const [portBefore, portAfter] = [was.get(subject), is.get(subject)];
    const [textBefore, textAfter] = [portBefore && tell(portBefore), portAfter && tell(portAfter)];
    const port = portAfter ?? portBefore;
    if (port === undefined || textBefore === textAfter) return [];
    const [here, other] = portAfter === undefined ? [before, portAfter] : [after, portBefore];
    const known = new Set(other?.containers);
    const [first = ''] = port.containers;
    return [
      {
        outcome: outcomeOf(textBefore, textAfter),
        kind: 'port' as const,
        subject,
        containers: [...new Set([...port.containers, ...(other?.containers ?? [])])],
        ...beforeAndAfter(textBefore, textAfter),
        because:
          portAfter === undefined
            ? 'No container declares this port any more.'
            : `${listNames(port.containers)} ${port.containers.length > 1 ? 'declare' : 'declares'} this port.`,
        place: placeOfContainer(here, port.containers.find((name) => !known.has(name)) ?? first),
      },
    ];
  });
}

const indexPorts = (ports: readonly Port[]): Map<string, Port> =>
  new Map(ports.map((port) => [`${port.port}/${port.protocol}`, port]));

const tell = ({ containers, conflict }: Port): string =>
  `declared by ${containers.toSorted().join(', ')}${conflict ? ', in conflict' : ''}`;
