import { codeBlock, codeSpan, escapeText } from '../../../formats/markdown/text.ts';
import { type BuiltExample, printExample } from '../../examples.ts';

/** Prints what an example teaches, its manifest, and what can be changed in it; what it shares `analyze_sharing` tells. */
export function renderExample(built: BuiltExample): string {
  const { title, teaches, lesson, shares, parameters, show } = built.example;
  const names = parameters.map(({ name, default: value }) =>
    value === '' ? codeSpan(name) : `${codeSpan(name)} (${codeSpan(value)})`,
  );
  const sections = [
    `# ${escapeText(title)}`,
    escapeText(teaches),
    ...(lesson === undefined ? [] : [escapeText(lesson)]),
    codeBlock(printExample(built), 'yaml'),
    `**Shares on purpose:** ${escapeText(shares.join(', '))}. **Parameters:** ${names.join(', ')}.`,
    'See it on a cluster:',
    codeBlock(show(built.values).join('\n'), 'sh'),
  ];
  return `${sections.join('\n\n')}\n`;
}
