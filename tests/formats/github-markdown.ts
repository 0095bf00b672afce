import { marked } from 'marked';
import { parseHtml } from './html.ts';
import type { Element } from './xml.ts';

const htmlOf = (markdown: string): string => marked.parse(markdown, { gfm: true, async: false });

/** What GitHub-flavoured Markdown becomes in a browser: the body of the page. */
export function parseMarkdown(markdown: string): Element {
  const body = parseHtml(`<!DOCTYPE html><html><body>${htmlOf(markdown)}</body></html>`).children.at(-1);
  if (body === undefined) throw new Error('There is no body');
  return body;
}

/** The text a reader sees. */
export const textOfMarkdown = (markdown: string): string =>
  htmlOf(markdown)
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|quot|#39|amp);/g, (_, entity: string) => characters[entity] ?? '');

const characters: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
