import type { CheckEntry } from '../../formats/format.ts';
import { codeBlock, codeSpan, escapeText } from '../../formats/markdown/text.ts';

/** Prints what a check looks for, why, and what to do. */
export const renderCheck = ({
  id,
  group,
  severity,
  summary,
  why,
  remedy,
  source,
  since,
  effect,
  bad,
  good,
}: CheckEntry): string => `# Check ${codeSpan(id)}

${escapeText(summary)} ${escapeText(why)}

- **What to do:** ${escapeText(remedy)}${effect === null ? '' : ` An edit can do it: ${escapeText(effect)}`}
- **Severity:** ${severity}, group ${group}${since === undefined ? '' : `, since Kubernetes ${since}`}
- **Source:** <${source}>

It finds something in

${codeBlock(bad, 'yaml')}

and nothing in

${codeBlock(good, 'yaml')}
`;
