import { readFileSync } from 'node:fs';

import { listObjections, print, readObjects } from './reading.ts';

type Recorded = { readonly name: string; readonly text: string } & (
  | { readonly accepts: true; readonly docs: readonly unknown[] }
  | { readonly accepts: false; readonly error: string }
);

/** How kubectl 1.32.4 reads each text: `docs` is the `spec` of each object. */
const recorded: readonly Recorded[] = JSON.parse(
  readFileSync(new URL('./recorded/kubectl-yaml.json', import.meta.url), 'utf8'),
);

/** Texts kubectl reads and podshare does not, with the reason. */
const differences: Readonly<Record<string, string>> = {
  'deep nesting 100 flow': 'limits.nestingDepth',
  'deep nesting 5000 flow': 'limits.nestingDepth',
};

test('there are recordings', () => {
  expect(recorded).toHaveLength(162);
});

test.each(recorded)('$name', (entry) => {
  const { text, name } = entry;
  if (!entry.accepts) expect(listObjections(text)).not.toEqual([]);
  else if (name in differences) expect(listObjections(text)).toEqual(['TOO_DEEP']);
  else {
    expect(readObjects(text).map(specOf).map(print)).toEqual(entry.docs.map(print));
    expect(listObjections(text)).toEqual([]);
  }
});

function specOf(object: unknown): unknown {
  return (object as { spec: unknown }).spec;
}
