import { jsonReply } from '../reply.ts';
import type { Answers } from '../routes.ts';
import { cached } from './cached.ts';
import { type CheckCatalogue, getCheck, getChecks } from './checks.ts';
import { getExample, getExamples } from './examples.ts';
import { getHealth } from './health.ts';
import { getMeta } from './meta.ts';
import { getNamespace, getNamespaces } from './namespaces.ts';

/** The generated documents that are served: `schema/openapi.json` and `schema/checks.json`. */
export type Documents = { readonly openapi: object; readonly catalogue: CheckCatalogue };

/** Everything that can be looked up without sending a manifest. */
export const createReferenceAnswers = ({ openapi, catalogue }: Documents): Answers<'reference'> => ({
  'GET /v1/examples': cached(getExamples),
  'GET /v1/examples/{id}': cached(getExample),
  'GET /v1/namespaces': cached(getNamespaces),
  'GET /v1/namespaces/{kind}': cached(getNamespace),
  'GET /v1/checks': cached(getChecks(catalogue)),
  'GET /v1/checks/{id}': cached(getCheck(catalogue)),
  'GET /v1/meta': cached(getMeta(catalogue)),
  'GET /healthz': getHealth,
  'GET /openapi.json': cached(() => jsonReply(openapi)),
});
