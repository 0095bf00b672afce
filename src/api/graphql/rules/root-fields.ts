import { atMost } from './at-most.ts';
import { sum } from './measure.ts';

/** Bounds the fields of the root: how many questions one request may put. */
export const rootFields = atMost('rootFields', 'fields of the root', { field: () => 1, join: sum });
