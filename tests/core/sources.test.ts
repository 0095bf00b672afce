import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { sources } from '../../src/core/sources.ts';

test('every source is given for something', () => {
  const folder = join(__dirname, '../../src/core');
  const code = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
  const given = new Set(code.match(/(?<=\bsources\.)\w+/g));
  expect(Object.keys(sources).filter((name) => !given.has(name))).toEqual([]);
});
