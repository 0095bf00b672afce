import type { PodReport } from '../../model/report.ts';
import { listNames } from '../list-names.ts';
import { holdingAll, namespacesOf } from './evidence.ts';
import { lifetimeBetween, type Plan } from './plan.ts';
import type { Evidence, Ruling } from './ruling.ts';
import { type PortWish, placeOf } from './wish.ts';

/**
 * A port on localhost: the network namespace comes with every Pod, so that each container reaches each port. What is written is
 * which one listens; what can go wrong is the time, and two servers on one port.
 *
 * @see network_namespaces(7); kubernetes `pkg/api/pod/warnings.go`, the warnings on duplicate ports
 */
export function port(wish: PortWish, plan: Plan): Ruling {
  const { port: number, server, clients } = wish;
  const connect = `${listNames(clients)} ${clients.length === 1 ? 'connects' : 'connect'}`;
  if (wish.list === 'keepApart') {
    return {
      asked: `${listNames(clients)} cannot connect to port ${number} of ${server} over localhost`,
      refusals: clients.every((client) => !meet(plan.containers, server, client)) ? [] : [alwaysOpen],
      addition: {},
      prove: (report) => proveApart(report, wish),
    };
  }
  return {
    asked:
      clients.length === 0
        ? `${server} listens on port ${number}`
        : `${connect} to port ${number} of ${server} over localhost`,
    refusals: [...refuseTimes(wish, plan), ...refuseSecondServer(wish, plan)],
    addition: {
      ports: [{ container: server, port: number }],
      says: [
        `${server} declares port ${number}: there it is to listen, and every container that runs with it connects to localhost:${number}.`,
      ],
    },
    prove: (report) => prove(report, wish),
  };
}

const meet = (containers: Parameters<typeof lifetimeBetween>[0], a: string, b: string): boolean =>
  lifetimeBetween(containers, a, b) === 'concurrent';

const alwaysOpen =
  'The containers of a Pod share localhost, so each that runs with the server reaches its ports, and no NetworkPolicy stands between them. Put them into two Pods, or let the server listen on a UNIX socket in a volume that only its clients mount.';

function refuseTimes({ server, clients }: PortWish, { containers }: Plan): string[] {
  const lifetimes = new Set(clients.map((client) => lifetimeBetween(containers, client, server)));
  return [
    ...(lifetimes.has('a-before-b')
      ? [
          'A client is an init container and has ended before the server starts. Make the server a sidecar that stands before it, or connect from a container that runs later.',
        ]
      : []),
    ...(lifetimes.has('b-before-a')
      ? [
          'The server is an init container and has ended before a client starts. Give the server the role sidecar.',
        ]
      : []),
  ];
}

/** One port space: the second of two servers that run together fails with "address already in use". */
function refuseSecondServer(wish: PortWish, { containers, wishes }: Plan): string[] {
  const first = wishes.find(
    (one) =>
      one.kind === 'port' &&
      one.list === 'share' &&
      one.index < wish.index &&
      one.port === wish.port &&
      one.server !== wish.server &&
      meet(containers, one.server, wish.server),
  );
  return first === undefined
    ? []
    : [
        `${placeOf(first)} has another server on the same port, and the containers of a Pod share one port space. Choose another port, or put the servers into two Pods.`,
      ];
}

function prove(report: PodReport, { port: number, server, clients }: PortWish): Evidence {
  const declared = report.ports.find(({ port: one, protocol }) => one === number && protocol === 'TCP');
  const network = holdingAll(namespacesOf(report, 'network'), [server, ...clients]);
  if (!declared?.containers.includes(server) || declared.conflict)
    return { holds: false, because: `${server} does not declare port ${number}/TCP, or not alone.` };
  const absent = clients.find((client) => !meet(report.containers, server, client));
  if (network === undefined || absent !== undefined)
    return { holds: false, because: `${server} and ${absent ?? 'a client'} never meet on localhost.` };
  const times = clients.length > 0 ? ` ${server} and ${listNames(clients)} run at the same time.` : '';
  return {
    holds: true,
    because: `${server} declares port ${number}/TCP. ${network.because.text}${times}`,
  };
}

function proveApart(report: PodReport, { server, clients }: PortWish): Evidence {
  const met = clients.find((client) => meet(report.containers, server, client));
  return met === undefined
    ? { holds: true, because: `${server} never runs at the same time as ${listNames(clients)}.` }
    : { holds: false, because: `${server} and ${met} run at the same time and share localhost.` };
}
