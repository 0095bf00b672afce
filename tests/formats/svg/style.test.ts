import { colours, drawingStyle } from '../../../src/formats/svg/style.ts';
import { contrast } from '../contrast.ts';

/** What text stands on what. */
const pairs = [
  ['ink', 'paper'],
  ['muted', 'paper'],
  ['ink', 'faint'],
  ['onFill', 'shared'],
  ['onFill', 'host'],
] as const;

test.each(pairs.flatMap(([text, ground]) => [0, 1].map((scheme) => [text, ground, scheme] as const)))(
  '%s on %s can be read, scheme %d',
  (text, ground, scheme) => {
    expect(contrast(colours[text][scheme] ?? '', colours[ground][scheme] ?? '')).toBeGreaterThanOrEqual(4.5);
  },
);

test('what is drawn stands out from the paper: 3:1', () => {
  const drawn = ['line', 'shared', 'host', 'init', 'sidecar', 'app', 'ephemeral'] as const;
  const faint = drawn.flatMap((name) =>
    [0, 1].flatMap((scheme) =>
      contrast(colours[name][scheme] ?? '', colours.paper[scheme] ?? '') < 3 ? [`${name} ${scheme}`] : [],
    ),
  );
  expect(faint).toStrictEqual([]);
});

test('the style loads nothing', () => {
  expect(drawingStyle).not.toMatch(/url|@import|@font-face|expression/);
});
