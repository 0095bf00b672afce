import type { Namespace } from '../../core/namespaces/namespace.ts';
import { codeSpan, escapeText } from '../../formats/markdown/text.ts';

/** Prints what a kind of namespace isolates and how Kubernetes shares it. */
export const renderNamespace = ({
  title,
  isolates,
  byDefault,
  fields,
  command,
  source,
}: Omit<Namespace, 'place'>): string =>
  `# ${escapeText(title)} namespace

${escapeText(isolates)}

- **By default:** ${escapeText(byDefault)}
- **Changed by:** ${fields.length > 0 ? fields.map(codeSpan).join(', ') : 'no field'}
- **See it:** ${codeSpan(command)}
- **Source:** <${source}>
`;
