import { cached } from '../cached.ts';
import type { Answers } from '../routes.ts';
import { getCheck, getChecks } from './checks.ts';
import { type Documents, getJson, getText, htmlType, withoutNote } from './documents.ts';
import { getExample, getExamples } from './examples.ts';
import { getHealth } from './health.ts';
import { getMeta } from './meta.ts';
import { getNamespace, getNamespaces } from './namespaces.ts';
import { getRoot } from './root.ts';

/** Everything that can be looked up without sending a manifest. */
export function createReferenceAnswers({
  openapi,
  actions,
  catalogue,
  ...texts
}: Documents): Answers<'reference'> {
  const page = withoutNote(texts.page);
  return {
    'GET /': cached(getRoot(page)),
    'GET /docs': cached(getText(page, htmlType)),
    'GET /llms.txt': cached(getText(withoutNote(texts.llms), plainType)),
    'GET /llms-full.txt': cached(getText(withoutNote(texts.llmsFull), plainType)),
    'GET /openapi.json': cached(getJson(openapi)),
    'GET /openapi/actions.json': cached(getJson(actions, JSON.stringify)),
    'GET /v1/examples': cached(getExamples),
    'GET /v1/examples/{id}': cached(getExample),
    'GET /v1/namespaces': cached(getNamespaces),
    'GET /v1/namespaces/{kind}': cached(getNamespace),
    'GET /v1/checks': cached(getChecks(catalogue)),
    'GET /v1/checks/{id}': cached(getCheck(catalogue)),
    'GET /v1/meta': cached(getMeta(catalogue)),
    'GET /healthz': getHealth,
  };
}

const plainType = 'text/plain; charset=utf-8';
