import type { Counts } from './api.ts';

/** One line of the log: facts about a request, never anything out of a manifest, a query or an unknown path. */
export type LogEntry = {
  readonly level: 'info' | 'error';
  readonly requestId: string;
  /** The route as the API defines it, never the path as it was sent. */
  readonly route: string;
  readonly status: number;
  readonly durationMs: number;
  /** Bytes of the body that came in and of the one that went out. */
  readonly bytesIn: number;
  readonly bytesOut: number;
  /** True for the first request this process answers. */
  readonly cold: boolean;
  /** Name and code of what was thrown. Its message may quote what was sent, so it stays out. */
  readonly error?: { readonly name: string; readonly code?: string };
} & Partial<Counts>;

export type Log = (entry: LogEntry) => void;

/** Writes an entry as one line of JSON to standard output, where Lambda collects it. */
export const logToStdout: Log = (entry) => {
  process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), ...entry })}\n`);
};
