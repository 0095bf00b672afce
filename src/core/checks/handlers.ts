import type { Container, Probe } from '../../model/pod.ts';
import type { PodContainer } from '../pod.ts';

type Hook = NonNullable<NonNullable<Container['lifecycle']>['preStop']>;

/** What a probe or a hook does, and where that stands. */
export type Handler = {
  readonly handler: Pick<Probe, 'exec' | 'httpGet' | 'tcpSocket' | 'grpc'> & Pick<Hook, 'sleep'>;
  readonly pointer: string;
};

/**
 * Lists the probes and hooks of a container that may have them. Those of plain init and ephemeral containers are refused
 * as a whole, and nobody looks into them.
 */
export function* listHandlers({ spec, role, pointer }: PodContainer): Generator<Handler> {
  if (role === 'init' || role === 'ephemeral') return;
  for (const field of ['livenessProbe', 'readinessProbe', 'startupProbe'] as const) {
    const handler = spec[field];
    if (handler !== undefined) yield { handler, pointer: `${pointer}/${field}` };
  }
  for (const field of ['postStart', 'preStop'] as const) {
    const handler = spec.lifecycle?.[field];
    if (handler !== undefined) yield { handler, pointer: `${pointer}/lifecycle/${field}` };
  }
}
