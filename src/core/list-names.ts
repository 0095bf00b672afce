import { listWords } from '../model/list-words.ts';

/** Writes names into a sentence: three of them, the others counted. */
export const listNames = (names: readonly string[]): string => listWords(names, 3);
