import type { Analysis } from './report.ts';

/** Lists documents, each followed by the items of a List in it, in text order. */
export const listParts = <D extends { readonly items?: readonly I[] | undefined }, I>(
  documents: readonly D[],
): (D | NonNullable<D['items']>[number])[] =>
  documents.flatMap((document) => [document, ...(document.items ?? [])]);

/** The same without `pairs`, which the instances say in linear space. */
export const withoutPairs = (analysis: Analysis): Analysis => ({
  ...analysis,
  pods: analysis.pods.map(({ pairs: _, ...pod }) => pod),
});
