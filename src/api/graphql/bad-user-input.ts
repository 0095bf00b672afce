import { ApolloServerErrorCode } from '@apollo/server/errors';
import { GraphQLError } from 'graphql';

import type { Problem } from '../../model/problem.ts';

/** The error for an argument that fits its type and is still wrong. `extensions.problems` say what REST would say. */
export const badUserInput = (problems: readonly [Problem, ...Problem[]]): GraphQLError =>
  new GraphQLError(problems.map(({ detail }) => detail).join(' '), {
    extensions: { code: ApolloServerErrorCode.BAD_USER_INPUT, problems },
  });
