import type { Finding, PodReport } from '../../../../model/report.ts';
import type { Severity } from '../../../../model/vocabulary.ts';

export const findings = (
  pod: PodReport,
  { severity, check }: { readonly severity?: Severity | null; readonly check?: string | null },
): readonly Finding[] =>
  pod.findings.filter(
    (finding) =>
      (severity ?? finding.severity) === finding.severity && (check ?? finding.check) === finding.check,
  );
