import { atMost } from './at-most.ts';

/** Bounds how deep fields nest: what the executor recurses over. */
export const depth = atMost('depth', 'fields inside each other', {
  field: (_field, inside) => 1 + inside(),
  join: Math.max,
});
