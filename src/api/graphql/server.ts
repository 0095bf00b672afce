import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';

import type { Context } from './context.ts';
import { buildExecutableSchema } from './executable-schema.ts';
import { fieldResolver } from './field-resolver.ts';
import { isRefusal } from './is-refusal.ts';
import { queryLimits } from './limits.ts';
import { maskError } from './mask-error.ts';
import { rules } from './rules/index.ts';

/**
 * Builds the server for a schema. Everything that Apollo would decide by the environment is decided here, and
 * everything that would make it speak to anyone else is off.
 */
export const createServer = (sdl: string): ApolloServer<Context> =>
  new ApolloServer<Context>({
    schema: buildExecutableSchema(sdl),
    fieldResolver,
    validationRules: [...rules],
    parseOptions: { maxTokens: queryLimits.tokens },
    validationOptions: { maxErrors: 20 },
    // Each error first prints the whole value that is wrong, to quote it.
    executionOptions: { maxCoercionErrors: 5 },
    formatError: maskError,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    // Apollo keeps parsed queries, and a manifest may stand in one: nothing of a manifest outlives its request.
    documentStore: null,
    stopOnTerminationSignals: false,
    nodeEnv: 'production',
    logger: silent,
    plugins: [
      collectBugs,
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });

const nothing = (): void => {};

/** Apollo's messages quote errors, and errors quote what was sent. The log is written at the edge. */
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing };

const collectBugs: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    didEncounterErrors: async ({ contextValue, errors }) => {
      contextValue.bugs.push(
        ...errors.filter((error) => !isRefusal(error)).map((error) => error.originalError ?? error),
      );
    },
  }),
  unexpectedErrorProcessingRequest: async ({ requestContext, error }) => {
    requestContext.contextValue.bugs.push(error);
  },
};
