import { namespaces } from '../../../core/namespaces/index.ts';
import type { Namespace } from '../../../core/namespaces/namespace.ts';
import type { Answer } from '../../../runtime/api.ts';
import { problemReply } from '../../problems.ts';
import { jsonReply } from '../reply.ts';

/** `GET /v1/namespaces`: what each of the eight kinds isolates and what changes it, in report order. */
export const getNamespaces: Answer = () => jsonReply({ namespaces: namespaces.map(describe) });

/** `GET /v1/namespaces/{kind}`. */
export const getNamespace: Answer = (request) => {
  const namespace = namespaces.find(({ kind }) => kind === request.params['kind']);
  if (namespace) return jsonReply(describe(namespace));
  const detail = `The kinds of namespace are ${namespaces.map(({ kind }) => kind).join(', ')}.`;
  return problemReply(request, [{ code: 'NOT_FOUND', detail }]);
};

const describe = ({ place: _, ...description }: Namespace) => description;
