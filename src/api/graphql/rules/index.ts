import type { ValidationRule } from 'graphql';

import { aliases } from './aliases.ts';
import { analyses } from './analyses.ts';
import { depth } from './depth.ts';
import { directives } from './directives.ts';
import { rootFields } from './root-fields.ts';

/** What a query must keep besides the rules of GraphQL itself. Tokens are bounded by the parser, fields by the executor. */
export const rules: readonly ValidationRule[] = [depth, rootFields, analyses, aliases, directives];
