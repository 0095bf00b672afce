import { readFileSync } from 'node:fs';

import { codegen } from '@graphql-codegen/core';
import * as typescriptOperations from '@graphql-codegen/typescript-operations';
import { parse } from 'graphql';

import { listOperations, type Operation, readDocuments } from './graphql-operations.ts';

/** Prints a client that a front end can copy: the types of all operations, their texts, and a function that sends one. */
async function buildGraphqlClient(note: string): Promise<string> {
  const types = await codegen({
    filename: 'schema/client.ts',
    schema: parse(readFileSync('schema/schema.graphql', 'utf8')),
    documents: readDocuments(),
    config: {},
    plugins: [{ typescriptOperations: { enumType: 'string-literal', immutableTypes: true } }],
    pluginMap: { typescriptOperations },
  });
  const operations = listOperations();
  const rows = (row: (operation: Operation) => string) => operations.map(row).join('\n');
  return `// ${note} Copy it: it stands alone.
${types}
/** What each operation takes and gives. */
export type Operations = {
${rows(({ name }) => `  readonly ${name}: { readonly variables: ${name}QueryVariables; readonly data: ${name}Query };`)}
};

/** The text of each operation. \`GET /graphql\` knows it by its hash, too: \`extensions={"persistedQuery":{"version":1,"sha256Hash":"…"}}\`. */
export const operations = {
${rows(({ name, query, sha256Hash }) => `  ${name}: {\n    sha256Hash: '${sha256Hash}',\n    query: ${JSON.stringify(query)},\n  },`)}
} as const;

/**
 * Sends an operation.
 *
 * @param url - Of the endpoint: \`http://localhost:3000/graphql\`.
 * @throws An Error with the messages when GraphQL answers with errors. A manifest that cannot be read is data, a \`Rejection\`.
 */
export async function ask<Name extends keyof Operations>(
  url: string,
  name: Name,
  variables: Operations[Name]['variables'],
): Promise<Operations[Name]['data']> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: operations[name].query, variables }),
  });
  const { data, errors = [] } = (await response.json()) as {
    readonly data?: Operations[Name]['data'];
    readonly errors?: readonly { readonly message: string }[];
  };
  if (errors.length > 0 || !data) throw new Error(errors.map(({ message }) => message).join(' ') || \`HTTP \${response.status}\`);
  return data;
}
`;
}

/** A program of its own, because the generator is made of ES modules, which Jest cannot load on Node 20: see generate.ts. */
process.stdout.write(await buildGraphqlClient(process.argv[2] ?? ''));
