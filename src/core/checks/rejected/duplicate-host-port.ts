import type { ContainerPort } from '../../../model/pod.ts';
import type { Pod, PodContainer } from '../../pod.ts';
import { sources } from '../../sources.ts';
import type { Check, Found } from '../check.ts';
import { refused } from '../refused.ts';

export const duplicateHostPort: Check = {
  id: 'duplicate-host-port',
  group: 'rejected',
  severity: 'error',
  summary: 'The same port of the node is asked for twice.',
  why: 'App containers, or two ports of one init container, ask for one hostPort with equal protocol and hostIP. With hostNetwork each containerPort of a Pod is its hostPort too: two app containers with one containerPort are refused, and a template that has them is accepted while its Pods are not.',
  remedy: 'Give each container a port of its own, or remove one of the two entries.',
  source: sources.validation,
  *run({ pod }) {
    yield* findDuplicates(
      pod,
      pod.containers.filter(({ role }) => role === 'app'),
    );
    for (const container of pod.containers) {
      if (container.role === 'init' || container.role === 'sidecar') yield* findDuplicates(pod, [container]);
    }
  },
};

/** A port of the node that is asked for, in so many words or by default. */
type Asked = {
  readonly container: PodContainer;
  /** Index in the ports of the container. */
  readonly index: number;
  /** Protocol, hostIP and number, as the API server writes them. */
  readonly key: string;
  readonly isWritten: boolean;
};

function* findDuplicates(pod: Pod, containers: readonly PodContainer[]): Generator<Found> {
  const taken = new Map<string, Asked>();
  for (const asked of containers.flatMap((container) => listAsked(pod, container))) {
    const { container, index, key, isWritten } = asked;
    const first = taken.get(key);
    if (first === undefined || (isWritten && !first.isWritten)) taken.set(key, asked);
    if (first === undefined) continue;
    const field = isWritten ? 'hostPort' : 'containerPort';
    const found = refused(pod, {
      pointer: `${container.pointer}/ports/${index}/${field}`,
      at: `${pathOf(pod, container)}/ports/${index}/hostPort`,
      gist: `Duplicate value: "${key}"`,
      ...(isWritten && first.isWritten ? {} : { who: 'pods' as const }),
    });
    yield { ...found, containers: [...new Set([first.container.name, container.name])] };
  }
}

const listAsked = (pod: Pod, container: PodContainer): Asked[] =>
  (container.spec.ports ?? []).flatMap((port, index) => {
    const number = hostPortOf(pod, port);
    const key = `${port.protocol || 'TCP'}/${port.hostIP ?? ''}/${number}`;
    return number === 0 ? [] : [{ container, index, key, isWritten: Boolean(port.hostPort) }];
  });

/**
 * With hostNetwork the containerPort of a Pod is its hostPort.
 * @see kubernetes `pkg/apis/core/v1/defaults.go`, SetDefaults_Pod
 */
const hostPortOf = ({ spec }: Pod, { hostPort, containerPort }: ContainerPort): number =>
  hostPort || (spec.hostNetwork === true ? (containerPort ?? 0) : 0);

/** Of an init container the API server always says `initContainers[0]`, because it looks at each one alone. */
const pathOf = ({ manifest }: Pod, { role, pointer }: PodContainer): string =>
  role === 'app' ? pointer : `${manifest.pointer}/initContainers/0`;
