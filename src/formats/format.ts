import type { TextEdit } from '../model/edit.ts';
import type { Analysis } from '../model/report.ts';

/** What is said about a format before anything is rendered. */
export type Format = {
  /** What `?format=` calls it. */
  readonly id: string;
  /** What the answer's Content-Type says. */
  readonly contentType: string;
  /** Media types of an Accept header that ask for it, the best first. */
  readonly accepts: readonly string[];
};

/** Every format of a report; the first is the default. How they are written stands in `renderers.ts`. */
export const formats = [
  { id: 'json', contentType: 'application/json; charset=utf-8', accepts: ['application/json'] },
  {
    id: 'yaml',
    contentType: 'application/yaml; charset=utf-8',
    accepts: ['application/yaml', 'application/x-yaml', 'text/yaml', 'text/x-yaml'],
  },
  {
    id: 'markdown',
    contentType: 'text/markdown; charset=utf-8; variant=GFM',
    accepts: ['text/markdown'],
  },
  { id: 'text', contentType: 'text/plain; charset=utf-8', accepts: ['text/plain'] },
  { id: 'html', contentType: 'text/html; charset=utf-8', accepts: ['text/html'] },
  { id: 'svg', contentType: 'image/svg+xml; charset=utf-8', accepts: ['image/svg+xml'] },
  // Nobody's own media type is registered; GitHub reads it out of a fence in Markdown.
  { id: 'mermaid', contentType: 'text/plain; charset=utf-8', accepts: ['text/vnd.mermaid'] },
  {
    id: 'sarif',
    contentType: 'application/sarif+json; charset=utf-8',
    accepts: ['application/sarif+json'],
  },
  { id: 'junit', contentType: 'application/xml; charset=utf-8', accepts: ['application/xml', 'text/xml'] },
] as const satisfies readonly [Format, ...Format[]];

export type FormatId = (typeof formats)[number]['id'];

/** What a format may tell beside the report. */
export type RenderContext = {
  /** The checks that were run, in the order of the catalogue. */
  readonly checks: readonly CheckEntry[];
  /** Ids of the checks that the request waives; what else is waived is so by an annotation. */
  readonly ignored: readonly string[];
  /** Bytes of the text that was sent, in UTF-8. */
  readonly manifestBytes: number;
  /** The edits of the text that fix a finding, by its id; none when it cannot be fixed so. Absent when nobody made any. */
  readonly fixesOf?: (findingId: string) => readonly TextEdit[];
};

/** A check of the catalogue, as `schema/checks.json` has it. */
export type CheckEntry = {
  readonly id: string;
  readonly group: string;
  readonly severity: string;
  readonly summary: string;
  readonly why: string;
  readonly remedy: string;
  readonly source: string;
  readonly since?: string;
  readonly fixable: boolean;
  /** What an edit that fixes it writes, and how the Pod behaves differently then; null when none does. */
  readonly effect: string | null;
  readonly bad: string;
  readonly good: string;
};

export type Render = (analysis: Analysis, context: RenderContext) => string;

/** A way to write each format but JSON, which needs none but `renderJson`. */
export type Renderers = Readonly<Record<Exclude<FormatId, 'json'>, Render>>;
