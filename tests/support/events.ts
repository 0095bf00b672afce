import { readFileSync } from 'node:fs';

/** Reads a recorded event: see tests/events/README.md. */
export const readEventFile = (name: string) =>
  JSON.parse(readFileSync(new URL(`../events/${name}.json`, import.meta.url), 'utf8'));
