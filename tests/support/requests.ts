import type { ApiRequest } from '../../src/runtime/api.ts';

/** A request with nothing in it but what is said. */
export const requestWith = (parts: Partial<ApiRequest>): ApiRequest => ({
  method: 'POST',
  path: '/v1/analyze',
  route: 'POST /v1/analyze',
  params: {},
  query: {},
  headers: {},
  body: undefined,
  requestId: 'id',
  base: undefined,
  ...parts,
});
