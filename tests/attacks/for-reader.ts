import { attacks } from '../manifest/attacks.ts';

/** The texts that are made to hurt the reader of manifests. */
export const forReader: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(attacks).map(([name, make]) => [name, make()]),
);
