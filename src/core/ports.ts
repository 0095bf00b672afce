import { groupBy } from '../model/group-by.ts';
import type { Port } from '../model/report.ts';
import type { Pod, PodContainer } from './pod.ts';

/** One declared port of one container. */
export type DeclaredPort = {
  readonly container: PodContainer;
  readonly port: number;
  readonly protocol: string;
  readonly pointer: string;
};

/** Says whether a number is one of a port. */
export const isPortNumber = (port: number): boolean => port >= 1 && port <= 65_535;

/** The same rule in words, to end a sentence with. */
export const portNumberRule = 'must be between 1 and 65535, inclusive';

/** Lists the ports the containers declare, in start order. Entries without a valid number are left out. */
export const declaredPorts = ({ containers }: Pod): DeclaredPort[] =>
  containers.flatMap((container) =>
    (container.spec.ports ?? []).flatMap(({ containerPort, protocol }, i) =>
      containerPort === undefined || !isPortNumber(containerPort)
        ? []
        : [
            {
              container,
              port: containerPort,
              protocol: protocol ?? 'TCP',
              pointer: `${container.pointer}/ports/${i}`,
            },
          ],
    ),
  );

/** The declared ports by number and protocol: `8080/TCP`. */
export const groupPorts = (pod: Pod): Map<string, [DeclaredPort, ...DeclaredPort[]]> =>
  groupBy(declaredPorts(pod), ({ port, protocol }) => `${port}/${protocol}`);

/**
 * Maps the one port space of the Pod: which containers declare which port, and whether two of them would meet there.
 *
 * A declared port opens and reserves nothing, so a conflict is one of intent: both listen, both alive. Protocols are
 * separate spaces. Sorted by number, then protocol. Linear.
 *
 * @see kubernetes `pkg/api/pod/warnings.go`, the warnings on duplicate ports
 */
export function mapPorts(pod: Pod): Port[] {
  return [...groupPorts(pod).values()]
    .map((group) => ({
      port: group[0].port,
      protocol: group[0].protocol,
      containers: [...new Set(group.map(({ container }) => container.name))],
      conflict: conflicting(group).length > 0,
    }))
    .sort((x, y) => x.port - y.port || (x.protocol < y.protocol ? -1 : 1));
}

/**
 * Finds the declarations that meet an earlier one of another container alive at the same time.
 * A plain init container meets only sidecars that started before it.
 */
export function conflicting(group: readonly DeclaredPort[]): DeclaredPort[] {
  let staying: PodContainer | undefined;
  const found: DeclaredPort[] = [];
  for (const declared of group) {
    const { container } = declared;
    if (staying !== undefined && staying !== container) found.push(declared);
    if (container.role !== 'init') staying ??= container;
  }
  return found;
}
