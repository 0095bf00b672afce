import type * as z from 'zod';

import { limits } from '../../../model/limits.ts';

/** A part of an OpenAPI document: plain data, whose form a validator in the tests knows better than a type would. */
export type Part = Readonly<Record<string, unknown>>;

/** A reply that stands among `components.responses`. */
export type Reference = { readonly $ref: string };

export type Reply = { readonly description: string; readonly headers: Part; readonly content?: Content };

/** By media type. */
export type Content = Readonly<Record<string, Media>>;
export type Media = {
  readonly schema: Schema;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly summary: string; readonly value: unknown }>>;
};

/** A JSON Schema as Zod writes it. */
export type Schema = z.core.JSONSchema.BaseSchema;

export type Parameter = {
  readonly name: string;
  readonly in: 'query' | 'path' | 'header';
  readonly required?: boolean;
  readonly description?: string;
  readonly schema: Schema;
  readonly style?: 'form';
  readonly explode?: boolean;
};

export type Operation = {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly description: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required: boolean; readonly content: Content };
  /** By status. */
  readonly responses: Readonly<Record<number, Reply | Reference>>;
};

export const schemaOf = (name: string): Media => ({ schema: { $ref: `#/components/schemas/${name}` } });
export const text: Media = { schema: { type: 'string' } };
export const json = (name: string): Content => ({ 'application/json': schemaOf(name) });
export const problem: Content = { 'application/problem+json': schemaOf('ProblemDetails') };

export const inQuery = (name: string, schema: Schema): Parameter => ({
  name,
  in: 'query',
  required: false,
  schema,
});
export const inPath = (name: string, description: string): Parameter => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: { type: 'string' },
});

/** Headers of every reply of ours. */
export const everyReply: readonly string[] = [
  'X-Request-Id',
  'Access-Control-Allow-Origin',
  'Access-Control-Expose-Headers',
  'X-Content-Type-Options',
  'Content-Security-Policy',
  'Cache-Control',
];

export const replyOf = (description: string, content?: Content, ...headers: readonly string[]): Reply => ({
  description,
  headers: Object.fromEntries(
    [...everyReply, ...headers].map((name) => [name, { $ref: `#/components/headers/${name}` }]),
  ),
  ...(content && { content }),
});

const mebibytes = (bytes: number): string => `${bytes / 1_048_576} MiB`;

/** What each status of a failure is called and means, and the headers it has beside those of every reply. */
const failures = {
  400: ['BadRequest', 'It cannot be read: bad JSON, bad encoding, or an option that is not known.'],
  404: ['NotFound', 'There is nothing here.'],
  405: ['MethodNotAllowed', 'This endpoint does not take that method.', 'Allow'],
  406: ['NotAcceptable', 'The format asked for is not offered.', 'Vary'],
  413: [
    'TooLarge',
    `What was sent is larger than ${mebibytes(limits.bodyBytes)}, or the answer would be larger than ${mebibytes(limits.outputBytes)}.`,
  ],
  415: ['UnsupportedMediaType', 'The type or encoding of the body is not one that is read.', 'Accept-Post'],
  422: ['Unprocessable', 'It can be read, but not as Kubernetes objects, or it asks for what cannot be.'],
  500: ['InternalError', 'podshare made a mistake.'],
} as const satisfies Record<number, readonly [string, string, ...string[]]>;

export type Failure = keyof typeof failures;

/** Every failure by its name and status; one form for all, so the operations only refer to them. */
export const listFailures = (): readonly {
  readonly name: string;
  readonly status: number;
  readonly reply: Reply;
}[] =>
  Object.entries(failures).map(([status, [name, description, ...headers]]) => ({
    name,
    status: Number(status),
    reply: replyOf(description, problem, ...headers),
  }));

export const failsWith = (...statuses: readonly Failure[]): Record<number, Reference> =>
  Object.fromEntries(statuses.map((status) => [status, refer(failures[status][0])]));

export const refer = (name: string): Reference => ({ $ref: `#/components/responses/${name}` });

/** The gateway's own, in its own form. */
export const tooManyRequests: Reply = {
  description: 'The gateway lets no more requests through at the moment: wait, then try again.',
  headers: {},
  content: {
    'application/json': {
      schema: { type: 'object', properties: { message: { type: 'string' } } },
      example: { message: 'Too Many Requests' },
    },
  },
};

/** Replies that change only with a release. */
export const keptReplies = (content?: Content, ...headers: readonly string[]): Record<number, Reply> => ({
  200: replyOf('What was asked for.', content, 'ETag', ...headers),
  304: replyOf('What `If-None-Match` names is still so.', undefined, 'ETag', ...headers),
});

export const headers: Readonly<Record<string, Part>> = {
  'X-Request-Id': { description: 'Id of the request: name it when you report a problem.', ...text },
  'Access-Control-Allow-Origin': { description: 'Any page may call.', schema: { const: '*' } },
  'Access-Control-Expose-Headers': { description: 'The headers a page may read.', ...text },
  'Access-Control-Allow-Methods': { description: 'As in `Allow`.', ...text },
  'Access-Control-Allow-Headers': { description: 'The headers a page may send.', ...text },
  'Access-Control-Max-Age': {
    description: 'Seconds for which a browser need not ask again.',
    schema: { type: 'integer', minimum: 0 },
  },
  'Content-Security-Policy': { description: 'Nothing that is answered runs or fetches anything.', ...text },
  'X-Content-Type-Options': { description: 'The media type is meant.', schema: { const: 'nosniff' } },
  'Cache-Control': { description: '`no-store` for all that depends on a body, and for failures.', ...text },
  Vary: { description: '`accept` where the format is negotiated.', ...text },
  ETag: { description: 'Send it as `If-None-Match` to get 304 while nothing has changed.', ...text },
  Allow: { description: 'The methods there are.', ...text },
  'Accept-Post': { description: 'The media types that are read.', ...text },
};
