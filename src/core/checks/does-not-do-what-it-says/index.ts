import type { Check } from '../check.ts';

export const doesNotDoWhatItSays: readonly Check[] = [];
