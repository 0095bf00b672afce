import type { Example } from './example.ts';
import { logSharing } from './log-sharing.ts';

/** Every example, in the order of the catalogue. A test holds this list to the files beside it. */
export const examples: readonly Example[] = [logSharing];
