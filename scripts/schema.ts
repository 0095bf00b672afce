import { writeFileSync } from 'node:fs';

import { generateFiles } from './generate.ts';

/** Writes every generated file of `schema/`: `npm run schema`. */
for (const [path, text] of await generateFiles()) writeFileSync(path, text);
