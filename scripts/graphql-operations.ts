import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

import { Kind, parse, print, separateOperations } from 'graphql';

/** An operation of `schema/operations/`, alone with the fragments it needs. */
export type Operation = { readonly name: string; readonly query: string; readonly sha256Hash: string };

const folder = 'schema/operations';
/** Reads the files of operations and fragments. */
export const readDocuments = () =>
  readdirSync(folder).map((location) => ({
    location,
    document: parse(readFileSync(`${folder}/${location}`, 'utf8')),
  }));

/** Lists the operations by name. The hash is that of the text, as clients send it that name a query by its hash. */
export function listOperations(): readonly Operation[] {
  const definitions = readDocuments().flatMap(({ document }) => document.definitions);
  const alone = separateOperations({ kind: Kind.DOCUMENT, definitions });
  return Object.entries(alone)
    .map(([name, document]) => {
      const query = print(document);
      return { name, query, sha256Hash: createHash('sha256').update(query).digest('hex') };
    })
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** Prints the allow-list of the GraphQL function: which text a hash stands for. */
export const buildAllowList = (note: string): object => ({
  $comment: note,
  operations: listOperations(),
});
