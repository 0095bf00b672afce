import type { Answers } from '../routes.ts';
import { postCompare } from './compare.ts';
import { postFix } from './fix.ts';
import { postGenerate } from './generate.ts';

/** What people do while they write manifests: have one made, see what a change to one does, have one fixed. */
export const authoringAnswers: Answers<'authoring'> = {
  'POST /v1/compare': postCompare,
  'POST /v1/generate': postGenerate,
  'POST /v1/fix': postFix,
};
