import type { Pair, PodReport } from '../../../../model/report.ts';

/** The pair keeps its own order, whichever container was named first. */
export const pair = (
  { pairs }: PodReport,
  { a, b }: { readonly a: string; readonly b: string },
): Pair | undefined => pairs?.find((one) => (one.a === a && one.b === b) || (one.a === b && one.b === a));
