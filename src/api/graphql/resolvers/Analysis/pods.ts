import type { Analysis, PodReport } from '../../../../model/report.ts';

export const pods = (
  analysis: Analysis,
  { kind, name }: { readonly kind?: string | null; readonly name?: string | null },
): readonly PodReport[] =>
  analysis.pods.filter(
    ({ source }) => (kind ?? source.kind) === source.kind && (name ?? source.name) === source.name,
  );
