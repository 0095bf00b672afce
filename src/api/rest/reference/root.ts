import { engineName, engineVersion } from '../../../model/engine.ts';
import type { Answer } from '../../../runtime/api.ts';
import { problemReply } from '../../problems.ts';
import { placeAt } from '../base.ts';
import { negotiate } from '../negotiate.ts';
import { jsonReply } from '../reply.ts';
import { htmlType } from './documents.ts';

/** What `GET /` names. */
export const rootLinks = {
  documentation: '/docs',
  openapi: '/openapi.json',
  actions: '/openapi/actions.json',
  llms: '/llms.txt',
  analyze: '/v1/analyze',
  compare: '/v1/compare',
  generate: '/v1/generate',
  fix: '/v1/fix',
  examples: '/v1/examples',
  namespaces: '/v1/namespaces',
  checks: '/v1/checks',
  meta: '/v1/meta',
  graphql: '/graphql',
  mcp: '/mcp',
} as const;

export const summary = 'What do the containers of this Pod share?';

const offers = [
  { id: 'json', accepts: ['application/json'] },
  { id: 'html', accepts: ['text/html'] },
] as const;

/**
 * `GET /`: where everything stands, for programs; for a browser the page of `/docs` at once. No redirect, because a gateway
 * may put a stage in front of the path, and then only the browser knows where `/docs` is.
 */
export const getRoot =
  (page: string): Answer =>
  (request) => {
    const offer = negotiate(offers, { format: undefined, accept: request.headers['accept'] });
    if (!offer.ok) return problemReply(request, offer.problems, { vary: 'accept' });
    if (offer.value.id === 'html') {
      const headers = { 'content-type': htmlType, vary: 'accept' };
      return { status: 200, headers, body: placeAt(page, request.base) };
    }
    const links = Object.entries(rootLinks).map(([name, path]) => [name, `${request.base ?? ''}${path}`]);
    const { headers, ...reply } = jsonReply({
      name: engineName,
      version: engineVersion,
      summary,
      links: Object.fromEntries(links),
    });
    return { ...reply, headers: { ...headers, vary: 'accept' } };
  };
