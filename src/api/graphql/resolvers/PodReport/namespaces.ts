import type { NamespaceSharing, PodReport } from '../../../../model/report.ts';
import type { NamespaceKind } from '../../../../model/vocabulary.ts';

export const namespaces = (
  pod: PodReport,
  { kind }: { readonly kind?: NamespaceKind | null },
): readonly NamespaceSharing[] => pod.namespaces.filter((sharing) => (kind ?? sharing.kind) === sharing.kind);
