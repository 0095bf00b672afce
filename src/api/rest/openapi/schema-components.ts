import * as z from 'zod';

import type { Schema } from './parts.ts';
import './schemas.ts';

/** JSON Schemas by the id that a `$ref` names them by. */
export type Schemas = Readonly<Record<string, Schema>>;

/** JSON Schemas of everything that has an id. Objects are open: members may be added without breaking a caller. */
export function buildSchemas(): Schemas {
  const { schemas } = z.toJSONSchema(z.globalRegistry, {
    target: 'draft-2020-12',
    uri: (id) => `#/components/schemas/${id}`,
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    },
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema]),
  );
}

/** The schemas that something refers to, and those that these refer to. */
export function pickReachable(from: unknown, all: Schemas): Schemas {
  const seen = new Set<string>();
  const parts = [from];
  for (const part of parts) {
    for (const [, name = ''] of JSON.stringify(part).matchAll(/#\/components\/schemas\/(\w+)/g)) {
      if (!seen.has(name)) parts.push(all[name]);
      seen.add(name);
    }
  }
  return Object.fromEntries(Object.entries(all).filter(([name]) => seen.has(name)));
}
