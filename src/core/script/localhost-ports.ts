import type { Container } from '../../model/pod.ts';
import { isPortNumber } from '../ports.ts';
import { type Command, listCommands } from './commands.ts';

/** Programs that connect to the address they are given. */
const clients: ReadonlySet<string> = new Set(
  'curl wget nc ncat netcat telnet wait-for-it wait-for-it.sh wait-for wait-for.sh dockerize pg_isready psql mysql mysqladmin mariadb redis-cli mongosh mongo grpcurl grpc_health_probe http'.split(
    ' ',
  ),
);

/**
 * Lists the ports of its own loopback that a container visibly connects to: a client program, or an address with a scheme,
 * with `localhost`, `127.0.0.1` or `[::1]`. A command that speaks of listening or serving is left out, and what comes after a
 * command that may be the server: one that stays in the background, or names the port.
 *
 * @returns Each port once, in text order.
 */
export function localhostPorts(container: Container): number[] {
  const ports = new Set<number>();
  const named = new Set<number>();
  for (const command of listCommands(container)) {
    if (!listens(command)) for (const port of portsOf(command)) if (!named.has(port)) ports.add(port);
    if (command.ending === '&') break;
    for (const [digits] of command.operands.join(' ').matchAll(/\b\d{2,5}\b/g)) named.add(Number(digits));
  }
  return [...ports].filter(isPortNumber);
}

const listens = ({ program, operands }: Command): boolean =>
  operands.some(
    (word) =>
      /listen|bind|advertise|serve/i.test(word) ||
      (/^(nc|ncat|netcat)$/.test(program) && /^-[a-z]*l/.test(word)),
  );

const host = '(?:localhost|127\\.0\\.0\\.1|\\[::1\\])';
const address = new RegExp(
  `^(?:--?[\\w-]+=)?(?:(\\w+)://)?(?:[^@/]*@)?${host}(?::(\\d{1,5}))?(?:[/?].*)?$`,
  'i',
);
const bashSocket = new RegExp(`/dev/tcp/${host}/(\\d{1,5})`);
const portOption = /^(?:-p|-P|--port)$/;
const portAssigned = /^(?:-p|-P|--port=)(\d{1,5})$/;

function portsOf({ program, operands, inputs, outputs }: Command): number[] {
  const words = [program, ...operands, ...inputs, ...outputs];
  const option = optionPort(operands);
  return words.flatMap((word, i) => {
    const socket = bashSocket.exec(word)?.[1];
    if (socket !== undefined) return [Number(socket)];
    const [found, scheme, port] = address.exec(word) ?? [];
    if (found === undefined || (scheme === undefined && !clients.has(program))) return [];
    if (port !== undefined) return [Number(port)];
    if (scheme === 'https') return [443];
    if (scheme === 'http' || program === 'curl' || program === 'wget') return [80];
    const next = /^\d{1,5}$/.test(words[i + 1] ?? '') ? words[i + 1] : option;
    return next === undefined ? [] : [Number(next)];
  });
}

function optionPort(operands: readonly string[]): string | undefined {
  const at = operands.findIndex((word) => portOption.test(word));
  if (at >= 0) return /^\d{1,5}$/.test(operands[at + 1] ?? '') ? operands[at + 1] : undefined;
  return operands.map((word) => portAssigned.exec(word)?.[1]).find((port) => port !== undefined);
}
