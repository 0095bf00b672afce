import type { DirectiveNode, ValidationRule } from 'graphql';

import { queryLimits } from '../limits.ts';
import { pastLimit } from '../past-limit.ts';

/** Bounds directives. They multiply nothing, so they are counted as they stand in the document. */
export const directives: ValidationRule = (context) => {
  const seen: DirectiveNode[] = [];
  return {
    Directive(directive) {
      seen.push(directive);
      if (seen.length === queryLimits.directives + 1) {
        context.reportError(pastLimit('directives', 'directives', directive));
      }
    },
  };
};
