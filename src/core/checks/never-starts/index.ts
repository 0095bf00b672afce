import type { Check } from '../check.ts';

export const neverStarts: readonly Check[] = [];
