/** A part of an OpenAPI document: plain data, whose form a validator in the tests knows better than a type would. */
export type Part = Readonly<Record<string, unknown>>;

export type Reply = { readonly description: string; readonly headers: Part; readonly content?: Content };
export type Content = Readonly<Record<string, Part>>;

export type Operation = {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly description: string;
  readonly parameters?: readonly Part[];
  readonly requestBody?: { readonly required: boolean; readonly content: Content };
  /** By status. */
  readonly responses: Readonly<Record<number, Reply>>;
};

export const schemaOf = (name: string): Part => ({ schema: { $ref: `#/components/schemas/${name}` } });
export const text: Part = { schema: { type: 'string' } };
export const json = (name: string): Content => ({ 'application/json': schemaOf(name) });

export const inQuery = (name: string, schema: unknown): Part => ({
  name,
  in: 'query',
  required: false,
  schema,
});
export const inPath = (name: string, description: string): Part => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: { type: 'string' },
});

const everyReply = ['X-Request-Id', 'Access-Control-Allow-Origin', 'X-Content-Type-Options', 'Cache-Control'];

export const replyOf = (description: string, content?: Content, ...headers: readonly string[]): Reply => ({
  description,
  headers: Object.fromEntries(
    [...everyReply, ...headers].map((name) => [name, { $ref: `#/components/headers/${name}` }]),
  ),
  ...(content && { content }),
});

/** What each status of a failure means, and the headers it has beside those of every reply. */
const failures = {
  400: ['The request cannot be read: bad JSON, bad encoding, or an option that is not known.'],
  404: ['There is nothing with this id.'],
  406: ['The format asked for is not offered.', 'Vary'],
  413: ['The body is larger than 1 MiB, or the answer would be larger than 5 MiB.'],
  415: ['The media type or encoding of the body is not one that is read.', 'Accept-Post'],
  422: ['No document of the manifest could be read as a Kubernetes object.'],
  500: ['podshare made a mistake.'],
} as const satisfies Record<number, readonly [string, ...string[]]>;

export const failsWith = (...statuses: readonly (keyof typeof failures)[]): Record<number, Reply> =>
  Object.fromEntries(
    statuses.map((status) => {
      const [description, ...headers] = failures[status];
      return [
        status,
        replyOf(description, { 'application/problem+json': schemaOf('ProblemDetails') }, ...headers),
      ];
    }),
  );

/** Replies that change only with a release. */
export const keptReplies = (content: Content, ...headers: readonly string[]): Record<number, Reply> => ({
  200: replyOf('What was asked for.', content, 'ETag', ...headers),
  304: replyOf('What `If-None-Match` names is still so.', undefined, 'ETag', ...headers),
});

export const headers: Readonly<Record<string, Part>> = {
  'X-Request-Id': { description: 'Id of the request: name it when you report a problem.', ...text },
  'Access-Control-Allow-Origin': { description: 'Any page may call.', schema: { const: '*' } },
  'X-Content-Type-Options': { description: 'The media type is meant.', schema: { const: 'nosniff' } },
  'Cache-Control': { description: '`no-store` for all that depends on a manifest.', ...text },
  Vary: { description: '`accept` where the format is negotiated.', ...text },
  'Content-Security-Policy': { description: 'Holds a page or drawing to what is in it.', ...text },
  ETag: { description: 'Send it as `If-None-Match` to get 304 while nothing has changed.', ...text },
  'Accept-Post': { description: 'The media types that are read.', ...text },
};
