import { defaultFieldResolver, type GraphQLFieldResolver } from 'graphql';

import type { Context } from './context.ts';
import { queryLimits } from './limits.ts';
import { pastLimit } from './past-limit.ts';

/**
 * Reads a field as GraphQL does by default, and stops a query whose answer grows past the limit: what the rules cannot
 * know before, because it depends on the manifest.
 */
export const fieldResolver: GraphQLFieldResolver<unknown, Context> = (parent, args, context, info) => {
  if (context.countField() > queryLimits.fields)
    throw pastLimit('fields', 'fields in its answer', info.fieldNodes);
  return defaultFieldResolver(parent, args, context, info);
};
