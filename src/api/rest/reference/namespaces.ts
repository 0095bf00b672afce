import { namespaces } from '../../../core/namespaces/index.ts';
import type { Namespace } from '../../../core/namespaces/namespace.ts';
import { asMarkdown, type Representations } from '../../../formats/representation.ts';
import type { Answer } from '../../../runtime/api.ts';
import { renderNamespace } from '../../pages/namespace.ts';
import { problemReply } from '../../problems.ts';
import { asData, represent } from './represent.ts';

/** `GET /v1/namespaces`: what each of the eight kinds isolates and what changes it, in report order. */
export const getNamespaces: Answer = (request) =>
  represent(request, { namespaces: namespaces.map(describe) }, asData);

/** How one kind is written. */
export const namespaceRepresentations: Representations<Omit<Namespace, 'place'>> = [
  ...asData,
  asMarkdown(renderNamespace),
];

/** `GET /v1/namespaces/{kind}`. */
export const getNamespace: Answer = (request) => {
  const namespace = namespaces.find(({ kind }) => kind === request.params['kind']);
  if (namespace) return represent(request, describe(namespace), namespaceRepresentations);
  const detail = `The kinds of namespace are ${namespaces.map(({ kind }) => kind).join(', ')}.`;
  return problemReply(request, [{ code: 'NOT_FOUND', detail }]);
};

const describe = ({ place: _, ...description }: Namespace) => description;
