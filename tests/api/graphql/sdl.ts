import { readFileSync } from 'node:fs';

/** The schema as the function's bundle holds it. */
export const sdl = readFileSync('schema/schema.graphql', 'utf8');
