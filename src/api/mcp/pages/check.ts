import type { Check } from '../../../core/checks/check.ts';
import { codeBlock, codeSpan, escapeText } from '../../../formats/markdown/text.ts';

/** A manifest in which a check finds something, and one in which it does not, as YAML. */
export type CheckExamples = { readonly bad: string; readonly good: string };

/** Prints what a check looks for, why, and what to do. */
export const renderCheck = (
  { id, group, severity, summary, why, remedy, source, since, fix }: Check,
  { bad, good }: CheckExamples,
): string => `# Check ${codeSpan(id)}

${escapeText(summary)} ${escapeText(why)}

- **What to do:** ${escapeText(remedy)}${fix === undefined ? '' : ` fix_findings can do it: ${escapeText(fix.effect)}`}
- **Severity:** ${severity}, group ${group}${since === undefined ? '' : `, since Kubernetes ${since}`}
- **Source:** <${source}>

It finds something in

${codeBlock(bad, 'yaml')}

and nothing in

${codeBlock(good, 'yaml')}
`;
