import { once } from 'node:events';
import { createServer, type Server } from 'node:net';

/** Says whether an error is that somebody else listens on a port. */
export const isPortTaken = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'EADDRINUSE';

/**
 * Listens on a port of localhost for a moment.
 *
 * @param port - 0 for any that is free.
 * @returns The port.
 * @throws When somebody else listens there.
 */
export async function listenOnce(port: number): Promise<number> {
  const server = createServer().listen(port, 'localhost');
  await once(server, 'listening');
  const taken = portOf(server);
  server.close();
  await once(server, 'close');
  return taken;
}

/** The port a server listens on. */
export function portOf(server: Pick<Server, 'address'>): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A TCP server has no port');
  return address.port;
}
