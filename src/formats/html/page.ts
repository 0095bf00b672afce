import type { Analysis, PodReport } from '../../model/report.ts';
import { closingBlocks, podBlocks } from '../document/analysis.ts';
import { element, lines, verbatim } from '../markup.ts';
import { podDrawing } from '../svg/drawing.ts';
import { printBlock } from './blocks.ts';
import { pageStyle } from './style.ts';

/** How many Pods of a page are drawn; all are told of. */
const MOST_DRAWINGS = 50;

/**
 * Prints a report as a page that stands alone: what Markdown says and, below each summary, the drawing. Without scripts, and
 * nothing is loaded from anywhere. Names and texts of the manifest are escaped: none of them becomes markup.
 */
export function renderHtml(analysis: Analysis): string {
  const sections = analysis.pods.map((pod, i) => podSection(pod, i < MOST_DRAWINGS));
  const page = element(
    'html',
    { lang: 'en' },
    element(
      'head',
      {},
      verbatim('<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">'),
      element('title', {}, titleOf(analysis.pods)),
      element('style', {}, verbatim(pageStyle)),
    ),
    element(
      'body',
      {},
      element(
        'main',
        {},
        element('h1', {}, 'What the containers of each Pod share'),
        lines(...sections, element('section', {}, lines(...closingBlocks(analysis).map(printBlock)))),
      ),
    ),
  );
  return `<!doctype html>\n${page.markup}\n`;
}

function podSection(pod: PodReport, isDrawn: boolean) {
  const [title, summary, ...rest] = podBlocks(pod).map(printBlock);
  const drawing = isDrawn ? [element('figure', {}, podDrawing(pod))] : [];
  return element(
    'section',
    {},
    lines(...[title, summary].flatMap((block) => block ?? []), ...drawing, ...rest),
  );
}

function titleOf([first, ...others]: readonly PodReport[]): string {
  if (first === undefined) return 'podshare';
  const name = `${first.source.kind} ${first.source.name ?? 'without a name'}`;
  return others.length === 0 ? `${name}: what its containers share` : `${name} and ${others.length} more`;
}
