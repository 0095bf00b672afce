import type { Analysis } from '../model/report.ts';
import { renderJson } from './json.ts';
import { renderMarkdown } from './markdown/analysis.ts';
import { renderYaml } from './yaml.ts';

/** One face of a report. */
export type Format = {
  /** What `?format=` calls it. */
  readonly id: string;
  /** What the answer's Content-Type says. */
  readonly contentType: string;
  /** Media types of an Accept header that ask for it, the best first. */
  readonly accepts: readonly string[];
  readonly render: (analysis: Analysis) => string;
};

/** Every format of a report; the first is the default. */
export const formats: readonly [Format, ...Format[]] = [
  {
    id: 'json',
    contentType: 'application/json; charset=utf-8',
    accepts: ['application/json'],
    render: renderJson,
  },
  {
    id: 'yaml',
    contentType: 'application/yaml; charset=utf-8',
    accepts: ['application/yaml', 'application/x-yaml', 'text/yaml', 'text/x-yaml'],
    render: renderYaml,
  },
  {
    id: 'markdown',
    contentType: 'text/markdown; charset=utf-8; variant=GFM',
    accepts: ['text/markdown'],
    render: renderMarkdown,
  },
];
