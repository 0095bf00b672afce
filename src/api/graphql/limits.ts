/**
 * Limits on one GraphQL request, over and above those on its body and its manifests. Each is far above what a client
 * asks for (the query a GraphQL editor sends to learn the schema nests 15 deep) and far below what hurts.
 */
export const queryLimits = {
  /** Tokens of the document. A manifest written into the query is one. */
  tokens: 2_000,
  /** Fields inside each other. */
  depth: 16,
  /** Fields of the root. */
  rootFields: 5,
  /** Analyses that the fields of the root ask for: `compare` and `fix` take two each. */
  analyses: 4,
  /** Aliases, each counted wherever its fragment is spread. */
  aliases: 30,
  /** Directives. */
  directives: 20,
  /** Fields of the answer, each counted once for every object it is read from. */
  fields: 300_000,
} as const;

export type QueryLimitName = keyof typeof queryLimits;
