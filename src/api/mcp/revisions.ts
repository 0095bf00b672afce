/** The revision in which every request says for itself which revision it speaks, and what its client can. */
export const statelessRevision = '2026-07-28';

/** The revisions that begin with `initialize`, the newest first. */
const handshakeRevisions = ['2025-11-25', '2025-06-18', '2025-03-26'] as const;

/** Every revision of the protocol that is spoken here, the newest first. */
export const revisions = [statelessRevision, ...handshakeRevisions] as const;
export type Revision = (typeof revisions)[number];

/**
 * The revision of a request that names none: the last one that knew no header for it.
 *
 * @see MCP 2025-06-18 to 2026-07-28, Streamable HTTP, "Protocol Version Header"
 */
export const unnamedRevision: Revision = '2025-03-26';

/** The newest revision a client that shakes hands can be offered. */
export const newestHandshake: Revision = handshakeRevisions[0];

export const findRevision = (name: unknown): Revision | undefined =>
  revisions.find((revision) => revision === name);
