import * as z from 'zod';

import { inQuery, type Parameter } from './parts.ts';
import { optionSchemas } from './schemas.ts';

/** The options, as query parameters. */
export const options: readonly Parameter[] = Object.entries(optionSchemas).map(([name, schema]) => {
  const { $schema: _, ...plain } = z.toJSONSchema(schema);
  return inQuery(name, plain);
});

/** The options of an endpoint that has formats of its own. */
export const optionsWith = (representations: readonly { readonly id: string }[]): readonly Parameter[] => [
  ...options.filter(({ name }) => name !== 'format'),
  formatOf(representations),
];

/** The format of an answer, where there are several. */
export const formatOf = (representations: readonly { readonly id: string }[]): Parameter =>
  inQuery('format', {
    enum: representations.map(({ id }) => id),
    description: 'Format of the answer. Wins over Accept.',
  });

/** The manifest in a link. */
export const link: Parameter = {
  ...inQuery('m', {
    type: 'string',
    pattern: '^[A-Za-z0-9_-]+={0,2}$',
    description:
      'The manifest: base64url of the text, deflated (zlib or raw). In Node: `zlib.deflateSync(text).toString("base64url")`.',
  }),
  required: true,
};

/** Of everything that may be kept. */
export const ifNoneMatch: Parameter = {
  name: 'If-None-Match',
  in: 'header',
  description: 'The `ETag` of an answer that is there already.',
  schema: { type: 'string' },
};
