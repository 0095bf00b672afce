import type { Check } from '../check.ts';
import { undeclaredVolume } from './undeclared-volume.ts';
import { wrongType } from './wrong-type.ts';

export const rejected: readonly Check[] = [undeclaredVolume, wrongType];
