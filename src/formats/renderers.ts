import type { Renderers } from './format.ts';
import { renderHtml } from './html/page.ts';
import { renderJunit } from './junit.ts';
import { renderMarkdown } from './markdown/analysis.ts';
import { renderMermaid } from './mermaid/flowchart.ts';
import { renderSarif } from './sarif/log.ts';
import { renderSvg } from './svg/drawing.ts';
import { renderText } from './text/analysis.ts';
import { renderYaml } from './yaml.ts';

/** How each format but JSON is written. A format without a way does not compile. */
export const renderers: Renderers = {
  yaml: renderYaml,
  markdown: renderMarkdown,
  text: renderText,
  html: renderHtml,
  svg: renderSvg,
  mermaid: renderMermaid,
  sarif: renderSarif,
  junit: renderJunit,
};
