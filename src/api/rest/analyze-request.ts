import { type Result, refuse } from '../../model/problem.ts';
import type { ApiRequest } from '../../runtime/api.ts';
import { isUtf8Charset, readContentType } from '../content-type.ts';
import { parseJson } from '../json.ts';
import { isObject, type Members } from '../members.ts';
import { type RequestOptions, readRequestOptions } from './request-options.ts';

export type AnalyzeRequest = RequestOptions & { readonly manifest: string };

/** The media types a manifest may come as. The last is what `curl --data-binary @pod.yaml` calls everything it sends. */
export const manifestMediaTypes = [
  'application/yaml',
  'text/yaml',
  'application/x-yaml',
  'text/x-yaml',
  'text/plain',
  'application/json',
  'application/x-www-form-urlencoded',
] as const;

/**
 * Reads the body and the options of `POST /v1/analyze`.
 *
 * - The body is the manifest, or a JSON object that holds it as text: `{ "manifest": "…", "options": { … } }`. Such an
 *   object is known by its look, whatever it was sent as; `application/json` only decides what is said about bad JSON.
 * - A manifest in JSON is handed on as text, so that lines and columns are those of what was sent.
 * - Options in the query win over those in the body.
 */
export function readAnalyzeRequest({ body = '', headers, query }: ApiRequest): Result<AnalyzeRequest> {
  const { type, charset } = readContentType(headers['content-type']);
  if (type !== undefined && !manifestMediaTypes.some((known) => known === type)) {
    return refuse('UNSUPPORTED_MEDIA_TYPE', `Send the manifest as one of ${manifestMediaTypes.join(', ')}.`);
  }
  if (!isUtf8Charset(charset)) {
    return refuse('UNSUPPORTED_MEDIA_TYPE', 'Send the manifest in UTF-8.');
  }
  const envelope = readBody(body, type === 'application/json');
  if (!envelope.ok) return envelope;

  const options = readRequestOptions(envelope.value.options, query);
  return options.ok ? ok({ manifest: envelope.value.manifest, ...options.value }) : options;
}

type Envelope = { readonly manifest: string; readonly options: object };

function readBody(body: string, isJson: boolean): Result<Envelope> {
  const alone: Envelope = { manifest: body, options: {} };
  if (!/^\uFEFF?\s*[[{]/.test(body)) {
    if (hasLostItsLines(body)) return refuse('INVALID_REQUEST', linesLost);
    if (!isJson || isYaml(body)) return ok(alone);
  }
  const json = parseJson(body);
  if (!json.ok)
    return isJson && !isStream(body, json.offset) ? { ok: false, problems: [json.problem] } : ok(alone);
  return isEnvelope(json.value) ? readEnvelope(json.value) : ok(alone);
}

function readEnvelope({ manifest, options, ...others }: Members): Result<Envelope> {
  if (typeof manifest !== 'string')
    return refuse('INVALID_REQUEST', '`manifest` must be the manifest as text.');
  if (Object.keys(others).length > 0) {
    return refuse('INVALID_REQUEST', 'The JSON body has members other than `manifest` and `options`.');
  }
  if (options === undefined || options === null) return ok({ manifest, options: {} });
  return isObject(options)
    ? ok({ manifest, options })
    : refuse('INVALID_OPTION', '`options` must be an object.');
}

/** An object with a manifest in it, which no Kubernetes object has at its top. */
const isEnvelope = (value: unknown): value is Members =>
  isObject(value) &&
  Object.hasOwn(value, 'manifest') &&
  !Object.hasOwn(value, 'apiVersion') &&
  !Object.hasOwn(value, 'kind');

/**
 * YAML under the name of JSON, which serverless-offline gives to every body that comes without one: nothing, or a line
 * that no JSON text can have.
 */
const isYaml = (body: string) => body.trim() === '' || /^(?:---|#|kind\s*:)/m.test(body);

/** Several objects in a row, as `kubectl` reads them. */
const isStream = (body: string, offset: number) =>
  body[offset] === '{' && parseJson(body.slice(0, offset)).ok;

/**
 * `curl -d @pod.yaml` takes all line ends out, and what is left means something else or nothing. A map in braces needs none.
 */
const hasLostItsLines = (body: string) =>
  /^[^{]*apiVersion:/.test(body) && body.includes('kind:') && !/[\n\r]/.test(body.trim());

const linesLost =
  'The manifest has come without its line ends. `curl -d` and `--data` take them out of a file: use `--data-binary @file`.';

const ok = <T>(value: T): Result<T> => ({ ok: true, value });
