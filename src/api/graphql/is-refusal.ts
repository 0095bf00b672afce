import { GraphQLError } from 'graphql';

/**
 * Says whether an error refuses what a caller sent. Such an error has a code; graphql-js gives none to an argument or
 * variable it refuses only while it executes, but names the place in the query. What is left is a bug: our code threw it,
 * or graphql-js because of what our code returned.
 */
export function isRefusal(error: GraphQLError): boolean {
  if (error.extensions['code'] !== undefined) return true;
  const cause = error.originalError ?? error;
  return (
    cause instanceof GraphQLError && (cause.nodes !== undefined || cause.message.startsWith(tooManyErrors))
  );
}

/** graphql-js, `execution/values`, getVariableValues: the one refusal that names no place. */
const tooManyErrors = 'Too many errors processing variables';
