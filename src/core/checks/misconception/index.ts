import type { Check } from '../check.ts';
import { readOnlyVolumeWriter } from './read-only-volume-writer.ts';

export const misconception: readonly Check[] = [readOnlyVolumeWriter];
