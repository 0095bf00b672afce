import { renderJson } from './json.ts';

/** One way to write an answer. */
export type Face<T> = {
  /** What `?format=` calls it. */
  readonly id: string;
  /** What the answer's Content-Type says. */
  readonly contentType: string;
  /** Media types of an Accept header that ask for it, the best first. */
  readonly accepts: readonly string[];
  readonly render: (answer: T) => string;
};

/** The answer itself, as JSON. */
export const asJson: Face<unknown> = {
  id: 'json',
  contentType: 'application/json; charset=utf-8',
  accepts: ['application/json'],
  render: renderJson,
};

export const asYaml = <T>(render: (answer: T) => string): Face<T> => ({
  id: 'yaml',
  contentType: 'application/yaml; charset=utf-8',
  accepts: ['application/yaml', 'application/x-yaml', 'text/yaml', 'text/x-yaml'],
  render,
});

export const asMarkdown = <T>(render: (answer: T) => string): Face<T> => ({
  id: 'markdown',
  contentType: 'text/markdown; charset=utf-8; variant=GFM',
  accepts: ['text/markdown'],
  render,
});

/** A unified diff, as `git apply` takes it. */
export const asDiff = <T>(render: (answer: T) => string): Face<T> => ({
  id: 'diff',
  contentType: 'text/x-diff; charset=utf-8',
  accepts: ['text/x-diff', 'text/x-patch'],
  render,
});
