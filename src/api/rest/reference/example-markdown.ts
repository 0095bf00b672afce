import type { CommentedManifest } from '../../../core/examples/example.ts';
import { namespaceTable } from '../../../formats/document/namespaces.ts';
import { volumeBlocks } from '../../../formats/document/volumes.ts';
import { printBlocks } from '../../../formats/markdown/blocks.ts';
import { codeBlock, codeSpan, escapeText, table } from '../../../formats/markdown/text.ts';
import { defaultOptions } from '../../../model/options.ts';
import { analyze } from '../../analyze.ts';
import { type BuiltExample, printExample } from '../../examples.ts';

/** Prints an example as a page: the lesson, the manifest, how to see it, what is shared, what can be changed. */
export function renderExample(built: BuiltExample): string {
  const { example, values } = built;
  const { title, teaches, lesson, shares, level, parameters, show, afterwards } = example;
  const sections = [
    `# ${escapeText(title)}`,
    escapeText(teaches),
    ...(lesson === undefined ? [] : [escapeText(lesson)]),
    codeBlock(printExample(built), 'yaml'),
    '## See it on a cluster',
    codeBlock(show(values).join('\n'), 'sh'),
    '## What it shares',
    `On purpose: ${shares.join(', ')}. The Pod passes Pod Security level ${level}.`,
    ...sharing(built),
    ...(afterwards === undefined ? [] : after(afterwards(values))),
    '## What can be changed',
    table(
      ['Parameter', 'Default', 'What it is'],
      parameters.map(({ name, default: value, description }) => [
        codeSpan(name),
        value === '' ? '' : codeSpan(value),
        escapeText(description),
      ]),
    ),
  ];
  return `${sections.join('\n\n')}\n`;
}

/** What the Pod is after the commands, and what it shares then. */
const after = (changed: CommentedManifest): string[] => [
  '## Afterwards',
  codeBlock(printExample(changed), 'yaml'),
  ...sharing(changed),
];

/** What the report says of the manifest: the namespaces and the volumes. */
function sharing(built: CommentedManifest): string[] {
  const result = analyze(printExample(built), defaultOptions);
  if (!result.ok) throw new Error('An example is not a manifest');
  return result.answer.pods.map((pod) => printBlocks([namespaceTable(pod), ...volumeBlocks(pod)]));
}
