import { type Result, refuse } from '../../model/problem.ts';

/** A representation on offer. */
export type Offer = {
  /** What `?format=` calls it. */
  readonly id: string;
  /** Media types that ask for it, its own first. */
  readonly accepts: readonly string[];
};

/**
 * Chooses one of several representations. `format` wins over `Accept`; without either it is the first on offer.
 * Among media ranges of equal weight the one named first wins, then the order of the offers. So what a browser sends for a
 * page (`text/html, …, *\/*;q=0.8`) gets HTML where that is on offer, because a person reads it, and the first where it is
 * not; what it sends for an image gets the drawing. `curl` and `fetch` (`*\/*`) get the first.
 *
 * @returns The offer, or NOT_ACCEPTABLE with the list of what there is.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1
 */
export function negotiate<T extends Offer>(
  offers: readonly T[],
  { format, accept }: { readonly format: unknown; readonly accept: string | undefined },
): Result<T> {
  const named = offers.find(({ id }) => id === format);
  if (format !== undefined) return acceptable(offers, named);
  if (accept === undefined || accept.trim() === '') return acceptable(offers, offers[0]);

  const ranges = accept.split(',').map(readRange);
  const [best] = offers
    .map((offer) => ({ offer, ...closestRange(ranges, offer) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.order - b.order);
  return acceptable(offers, best?.offer);
}

type Range = { readonly type: string; readonly weight: number; readonly order: number };

/** The range that says most about an offer decides over it; of equally close ones the first. */
function closestRange(ranges: readonly Range[], offer: Offer): Pick<Range, 'weight' | 'order'> {
  const fits = ranges.map((range) => ({ ...range, closeness: closeness(range.type, offer) }));
  const [closest] = fits.sort((a, b) => b.closeness - a.closeness);
  return closest && closest.closeness > 0 ? closest : { weight: 0, order: 0 };
}

/** How closely a media range names an offer: 0 not at all, 1 by a wildcard of both parts, 2 by type, 3 in full. */
function closeness(range: string, { accepts }: Offer): 0 | 1 | 2 | 3 {
  if (accepts.includes(range)) return 3;
  if (range === `${accepts[0]?.split('/')[0]}/*`) return 2;
  return range === '*/*' || range === '*' ? 1 : 0;
}

function readRange(text: string, order: number): Range {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const weight = parameters.find((parameter) => parameter.startsWith('q='));
  const value = weight === undefined ? 1 : Number(weight.slice(2));
  return { type, weight: value >= 0 && value <= 1 ? value : 0, order };
}

function acceptable<T extends Offer>(offers: readonly T[], offer: T | undefined): Result<T> {
  if (offer) return { ok: true, value: offer };
  const list = offers.map(({ id, accepts }) => `${id} (${accepts[0]})`).join(', ');
  return refuse('NOT_ACCEPTABLE', `The formats on offer are ${list}.`);
}
