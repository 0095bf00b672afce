import { isObject } from '../members.ts';

/** An operation that may be named by its hash instead of being sent: a row of `schema/operations.json`. */
export type ListedOperation = { readonly sha256Hash: string; readonly query: string };

/** What a request says about its query; `extensions` is an object in a body, JSON in a URL. */
type Said = Readonly<Record<string, unknown>>;

/**
 * Gives what a request says with the text of the query that it names by a hash of the allow-list. Everything else is as it
 * was: a hash that is not on the list is Apollo's to refuse.
 *
 * @see https://www.apollographql.com/docs/apollo-server/performance/apq, the form of the extension
 */
export function withListedQuery<T extends Said>(said: T, list: readonly ListedOperation[]): T {
  if (said['query'] !== undefined) return said;
  const { extensions, ...rest } = said;
  const hash = hashIn(typeof extensions === 'string' ? parsed(extensions) : extensions);
  const listed = list.find(({ sha256Hash }) => sha256Hash === hash);
  // The rest of T with a query in place of the hash that stood for it.
  return listed ? ({ ...rest, query: listed.query } as unknown as T) : said;
}

const hashIn = (extensions: unknown): unknown =>
  memberOf(memberOf(extensions, 'persistedQuery'), 'sha256Hash');

const memberOf = (value: unknown, name: string): unknown =>
  isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // Not JSON: Apollo says so.
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}
