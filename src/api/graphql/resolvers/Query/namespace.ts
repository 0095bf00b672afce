import { namespaces } from '../../../../core/namespaces/index.ts';
import type { NamespaceKind } from '../../../../model/vocabulary.ts';

export const namespace = (_parent: unknown, { kind }: { readonly kind: NamespaceKind }) =>
  namespaces.find((one) => one.kind === kind);
