import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

import type { FunctionName } from '../../src/api/rest/routes.ts';

/**
 * Finds the bundle of a function, or of what it loads on demand, as `npm run build` made it.
 *
 * @throws When it is older than what it is made of: a test of yesterday's bundle proves nothing.
 */
export function findBundle(name: FunctionName | 'formats' | 'edits'): string {
  const bundle = join(process.cwd(), 'dist', `${name}.cjs`);
  const newest = Math.max(...['src', 'functions', 'schema'].flatMap(listTimes));
  if (!(statSync(bundle, { throwIfNoEntry: false })?.mtimeMs ?? 0 >= newest)) {
    throw new Error(`dist/${name}.cjs is missing or older than the sources: npm run build`);
  }
  return bundle;
}

const listTimes = (root: string): number[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' }).map((file) => statSync(join(root, file)).mtimeMs);
