import { GraphQLError, type GraphQLFormattedError } from 'graphql';

import { isRefusal } from './is-refusal.ts';
import { describeLimit } from './past-limit.ts';

/**
 * Makes an error fit to be sent. graphql-js quotes in its messages what it refuses: literals of the query, values of
 * variables, and with them whole manifests. Every such value is taken out; names of the schema and of the query stay.
 *
 * - An error that podshare words itself (it carries a `limit` or `problems`) keeps its words.
 * - A message that still quotes anything but a name is given up for a sentence that goes with its code.
 * - Every error has a code, and nothing besides that is not ours. A bug says nothing but that it is one.
 */
export function maskError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const { extensions = {}, ...rest } = formatted;
  if ('problems' in extensions) return formatted;
  // Apollo calls every error before the execution a failed validation.
  if ('limit' in extensions) return { ...rest, extensions: { ...extensions, code: 'QUERY_TOO_LARGE' } };
  if (formatted.message.startsWith(tooManyTokens)) return { ...rest, ...describeLimit('tokens', 'tokens') };
  if (!(error instanceof GraphQLError && isRefusal(error))) return bug;

  const code = String(error.extensions['code'] ?? 'BAD_USER_INPUT');
  const message = messageOf(error);
  const isSafe = message.length <= 1_000 && quotesOnlyNames.test(message);
  return {
    ...rest,
    message: isSafe ? message : (sentences[code] ?? 'The query was refused.'),
    extensions: { code },
  };
}

const bug: GraphQLFormattedError = {
  message: 'podshare made a mistake.',
  extensions: { code: 'INTERNAL_SERVER_ERROR' },
};

/** graphql-js, `language/parser`, advanceLexer. */
const tooManyTokens = 'Syntax Error: Document contains more';

const sentences: Readonly<Record<string, string>> = {
  GRAPHQL_PARSE_FAILED: 'Syntax Error: the query is not GraphQL.',
  GRAPHQL_VALIDATION_FAILED: 'The query does not fit the schema.',
  BAD_USER_INPUT: 'An argument or variable does not fit its type.',
  OPERATION_RESOLUTION_FAILURE: 'The query has no operation with the name that was asked for.',
};

/** How a message about a token starts. What follows is the token in quotes. */
const aboutToken =
  /^(Syntax Error: (?:Unexpected |Expected [^"]{1,20}, found |Expected "[^"]{1,20}", found )(?:Name|Int|Float|String|BlockString)) "/;

/** What stands in front of a value in a message, and how the sentence ends without the value. */
const valueStarts = [
  [', found ', '.'],
  [' value: ', ' value.'],
  [' got invalid value ', ' has an invalid value.'],
  [' has invalid value ', ' has an invalid value.'],
] as const;

const notInEnum = '" does not exist in "';

/** Cuts a value out of a message of graphql-js. Its wording gives the place away: whatever the value, it starts there. */
function withoutValue(message: string): string {
  if (message.startsWith('Syntax Error: ')) {
    const start = aboutToken.exec(message)?.[1];
    return start === undefined ? message : `${start}.`;
  }
  if (message.startsWith('Value "') && message.includes(notInEnum)) {
    return `The value${message.slice(message.lastIndexOf(notInEnum) + 1)}`;
  }
  const [first] = valueStarts
    .map(([start, end]) => ({ at: message.indexOf(start), end }))
    .filter(({ at }) => at >= 0)
    .sort((one, other) => one.at - other.at);
  return first ? `${message.slice(0, first.at)}${first.end}` : message;
}

/** The message without values. What is wrong with a variable stands behind its value: there it comes from the cause. */
function messageOf({ message, originalError }: GraphQLError): string {
  const own = withoutValue(message);
  const isVariable = message.startsWith('Variable ') && originalError && originalError.message !== message;
  return isVariable ? `${own} ${withoutValue(originalError.message)}` : own;
}

/** Outside of quotes anything; inside names, types, punctuation of the language, and `name { ... }`. */
const quotesOnlyNames = /^(?:[^"]|"(?:[$@]?[\w.[\]!]{1,64}|\w{1,64} \{ \.\.\. \}|[!$&()*:=@[\]{}|])")*$/;
