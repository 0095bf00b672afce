import type { Check } from './check.ts';
import { doesNotDoWhatItSays } from './does-not-do-what-it-says/index.ts';
import { exposure } from './exposure/index.ts';
import { misconception } from './misconception/index.ts';
import { neverStarts } from './never-starts/index.ts';
import { rejected } from './rejected/index.ts';
import { wiring } from './wiring/index.ts';
import { yaml } from './yaml/index.ts';

/** Every check: a folder for each group, in it a file for each check. A test holds the lists to the folders. */
export const checks: readonly Check[] = [
  ...rejected,
  ...neverStarts,
  ...doesNotDoWhatItSays,
  ...misconception,
  ...exposure,
  ...wiring,
  ...yaml,
];
