import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { anyPod } from '../support/any-pod.ts';
import { expectGolden } from '../support/golden.ts';
import { parseHtml } from './html.ts';
import { analysisOf, context, formatIds, render } from './rendering.ts';
import { parseXml } from './xml.ts';

const written = formatIds.filter((id) => id !== 'json');

test.each(written)(
  'law: %s writes any Pod, the same bytes for the same report, and does not change it',
  (id) => {
    fc.assert(
      fc.property(anyPod, anyPod, (a, b) => {
        const analysis = analysisOf([a, b]);
        const before = JSON.stringify(analysis);
        expect(render(id, analysis)).toBe(render(id, JSON.parse(before)));
        expect(JSON.stringify(analysis)).toBe(before);
      }),
      { numRuns: 40, seed: 3 },
    );
  },
);

test('law: HTML and XML of any Pod are free of errors', () => {
  fc.assert(
    fc.property(anyPod, (pod) => {
      const analysis = analysisOf([pod]);
      parseHtml(render('html', analysis));
      parseXml(render('svg', analysis));
      parseXml(render('junit', analysis));
    }),
    { numRuns: 40, seed: 4 },
  );
});

/** Telling cases, each in every format: `UPDATE_GOLDEN=1 npx jest formats` rewrites them; the diff is what is reviewed. */
const cases = ['log-sharing', 'every-class', 'ephemeral-target', 'host-everything', 'list-and-documents'];
const extensions: Readonly<Record<string, string>> = {
  markdown: 'md',
  text: 'txt',
  mermaid: 'mmd',
  junit: 'xml',
};

/** The whole catalogue would stand in every file. */
const checks = context.checks.filter(({ id }) => id === 'pod-security-level' || id === 'host-pid');

test.each(cases.flatMap((name) => written.map((id) => [name, id] as const)))('%s as %s', (name, id) => {
  const analysis = analysisOf(readFileSync(join('tests/cases', name, 'pod.yaml'), 'utf8'));
  const compact = render(id, analysis, { checks });
  const text = id === 'sarif' ? `${JSON.stringify(JSON.parse(compact), null, 1)}\n` : compact;
  expectGolden(join(__dirname, 'golden', `${name}.${extensions[id] ?? id}`), text);
});

test('a page holds all that Markdown says', () => {
  const analysis = analysisOf(readFileSync('tests/cases/every-class/pod.yaml', 'utf8'));
  const words = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, ' ');
  const page = words(
    render('html', analysis)
      .replaceAll('&#39;', "'")
      .replace(/<[^>]+>/g, ' '),
  );
  const missing = render('markdown', analysis)
    .replaceAll('ℹ️', '')
    .split(/[\n|]/)
    .map((piece) => words(piece).trim())
    .filter((piece) => !page.includes(piece));
  expect(missing).toStrictEqual([]);
});
