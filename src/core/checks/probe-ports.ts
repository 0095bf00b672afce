import type { Pod, PodContainer } from '../pod.ts';
import { listHandlers } from './handlers.ts';

/** The port of the Pod that a probe asks. */
export type ProbePort = {
  readonly container: PodContainer;
  readonly port: number | string;
  /** Of the field `port`. */
  readonly pointer: string;
};

/** Lists the ports that probes of app containers and sidecars ask at the Pod itself, not at a host they name. */
export function* listProbePorts({ containers }: Pod): Generator<ProbePort> {
  for (const container of containers) {
    for (const { handler, pointer } of listHandlers(container)) {
      if (pointer.startsWith(`${container.pointer}/lifecycle/`)) continue;
      for (const action of ['httpGet', 'tcpSocket', 'grpc'] as const) {
        const target = handler[action];
        if (target?.port === undefined || ('host' in target && target.host)) continue;
        yield { container, port: target.port, pointer: `${pointer}/${action}/port` };
      }
    }
  }
}
