import { printManifest } from '../../../formats/manifest.ts';
import { codeSpan, escapeText, table } from '../../../formats/markdown/text.ts';
import type { BuiltExample } from '../../examples.ts';

/** Prints an example as a page: what it teaches, the manifest, how to see it, what can be changed. */
export const renderExample = ({
  example,
  values,
  manifest,
  comments,
}: BuiltExample): string => `# ${escapeText(example.title)}

${escapeText(example.teaches)}

\`\`\`yaml
${printManifest(manifest, comments)}\`\`\`

See it on a cluster:

\`\`\`sh
${example.show(values).join('\n')}
\`\`\`

${table(
  ['Parameter', 'Default', 'What it is'],
  example.parameters.map(({ name, default: value, description }) => [
    codeSpan(name),
    codeSpan(value),
    escapeText(description),
  ]),
)}
`;
