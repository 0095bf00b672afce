import type { ValidationRule } from 'graphql';

import { type QueryLimitName, queryLimits } from '../limits.ts';
import { pastLimit } from '../past-limit.ts';
import { type Measure, measure } from './measure.ts';

/** Makes a rule of a measure: no operation may weigh more than the limit. */
export const atMost =
  (limit: QueryLimitName, subject: string, by: Measure): ValidationRule =>
  (context) => ({
    OperationDefinition(operation) {
      if (measure(context.getDocument(), operation, by) > queryLimits[limit]) {
        context.reportError(pastLimit(limit, subject, operation));
      }
    },
  });
