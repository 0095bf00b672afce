import { mkdirSync, rmSync, writeFileSync } from 'node:fs';

import { generateFiles } from './generate.ts';

/** Writes every generated file of `schema/` and `docs/examples/`: `npm run schema`. */
rmSync('docs/examples', { recursive: true, force: true });
mkdirSync('docs/examples', { recursive: true });
for (const [path, text] of await generateFiles()) writeFileSync(path, text);
