import { type Result, refuse } from '../../model/problem.ts';
import type { ApiRequest } from '../../runtime/api.ts';
import { isUtf8Charset, readContentType } from '../content-type.ts';
import { parseJson } from '../json.ts';
import { isObject, type Members } from '../members.ts';
import { type RequestOptions, readRequestOptions } from './request-options.ts';

/** The members of the body stand apart from its `options`. */
export type JsonRequest = RequestOptions & { readonly members: Members };

/** The media types of a JSON body. The second is what `curl -d` calls everything it sends. */
export const jsonMediaTypes = ['application/json', 'application/x-www-form-urlencoded'] as const;

/**
 * Reads a request whose body is a JSON object: some members, and `options` beside them.
 *
 * @param known - The members the endpoint takes. Any other is refused, because it would be without effect.
 */
export function readJsonRequest(
  { body = '', headers, query }: ApiRequest,
  known: readonly string[],
): Result<JsonRequest> {
  const { type, charset } = readContentType(headers['content-type']);
  if (type !== undefined && !jsonMediaTypes.some((media) => media === type))
    return refuse('UNSUPPORTED_MEDIA_TYPE', 'Send the request as application/json.');
  if (!isUtf8Charset(charset)) return refuse('UNSUPPORTED_MEDIA_TYPE', 'Send the request in UTF-8.');

  const json = parseJson(body);
  if (!json.ok) return { ok: false, problems: [json.problem] };
  if (!isObject(json.value))
    return refuse('INVALID_REQUEST', `The body must be a JSON object with ${listOf(known)}.`);

  const { options = {}, ...members } = json.value;
  if (!Object.keys(members).every((name) => known.includes(name)))
    return refuse('INVALID_REQUEST', `The JSON body has members other than ${listOf(known)}.`);
  if (options !== null && !isObject(options)) return refuse('INVALID_OPTION', '`options` must be an object.');

  const read = readRequestOptions(options ?? {}, query);
  return read.ok ? { ok: true, value: { ...read.value, members } } : read;
}

const listOf = (names: readonly string[]) => [...names, 'options'].map((name) => `\`${name}\``).join(', ');
