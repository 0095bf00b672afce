import { type Format, formats } from './format.ts';
import { renderJson } from './json.ts';

/** A format and how an answer that is no report is written in it. */
export type Representation<T> = Format & { readonly render: (answer: T) => string };

/** Ways to write an answer; the first is the default. */
export type Representations<T> = readonly [Representation<T>, ...Representation<T>[]];

const [json, yaml, markdown] = formats;

/** The answer itself, as JSON. */
export const asJson: Representation<unknown> = { ...json, render: renderJson };

export const asYaml = <T>(render: (answer: T) => string): Representation<T> => ({ ...yaml, render });

export const asMarkdown = <T>(render: (answer: T) => string): Representation<T> => ({ ...markdown, render });

/** A unified diff, as `git apply` takes it. */
export const asDiff = <T>(render: (answer: T) => string): Representation<T> => ({
  id: 'diff',
  contentType: 'text/x-diff; charset=utf-8',
  accepts: ['text/x-diff', 'text/x-patch'],
  render,
});
