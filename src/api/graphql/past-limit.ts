import { type ASTNode, GraphQLError } from 'graphql';

import { type QueryLimitName, queryLimits } from './limits.ts';

/**
 * Words what is wrong with a query past a limit, and names the limit and its value for programs.
 *
 * @param subject - What is counted, as it ends the sentence "A query may have at most 5 …".
 */
export function describeLimit(limit: QueryLimitName, subject: string) {
  const maximum = queryLimits[limit];
  return {
    message: `A query may have at most ${maximum} ${subject}.`,
    extensions: { code: 'QUERY_TOO_LARGE', limit, maximum },
  };
}

/** The error for a query past a limit. */
export function pastLimit(
  limit: QueryLimitName,
  subject: string,
  nodes: ASTNode | readonly ASTNode[],
): GraphQLError {
  const { message, extensions } = describeLimit(limit, subject);
  return new GraphQLError(message, { nodes, extensions });
}
