import { negotiate } from '../../../src/api/rest/negotiate.ts';
import { formats } from '../../../src/formats/format.ts';

const offers = [
  { id: 'json', accepts: ['application/json'] },
  { id: 'yaml', accepts: ['application/yaml', 'text/yaml'] },
  { id: 'markdown', accepts: ['text/markdown'] },
] as const;

test.each([
  ['nothing asked', undefined, undefined, 'json'],
  ['an empty Accept', undefined, ' ', 'json'],
  ['curl', undefined, '*/*', 'json'],
  ['one star', undefined, '*', 'json'],
  [
    'a browser',
    undefined,
    'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8',
    'json',
  ],
  ['a type', undefined, 'text/markdown', 'markdown'],
  ['a type in capitals with a parameter', undefined, 'Text/Markdown; charset=UTF-8', 'markdown'],
  ['another name', undefined, 'text/yaml', 'yaml'],
  ['any application', undefined, 'application/*', 'json'],
  ['any text', undefined, 'text/*', 'markdown'],
  ['the heavier', undefined, 'application/json;q=0.5, application/yaml;q=0.9', 'yaml'],
  ['the first of equals', undefined, 'text/markdown, application/json', 'markdown'],
  ['not the one of weight 0', undefined, 'application/json;q=0, */*;q=0.1', 'yaml'],
  [
    'the closer range decides',
    undefined,
    'application/*;q=0.2, application/yaml;q=0.1, text/*;q=0.15',
    'json',
  ],
  ['format', 'yaml', undefined, 'yaml'],
  ['format against Accept', 'yaml', 'text/markdown', 'yaml'],
])('%s', (_, format, accept, id) => {
  expect(negotiate(offers, { format, accept })).toMatchObject({ ok: true, value: { id } });
});

const browserPage =
  'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7';
const browserImage = 'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8';

test.each([
  ['curl', '*/*', 'json'],
  ['a browser that opens a page', browserPage, 'html'],
  ['a browser that shows an image', browserImage, 'svg'],
  [
    'Firefox that shows an image',
    'image/avif,image/webp,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5',
    'svg',
  ],
  ['any image', 'image/*', 'svg'],
  ['any text', 'text/*', 'markdown'],
  ['any application', 'application/*', 'json'],
  ['plain text', 'text/plain', 'text'],
  ['XML', 'text/xml', 'junit'],
  ['SARIF', 'application/sarif+json', 'sarif'],
  ['Mermaid', 'text/vnd.mermaid', 'mermaid'],
  ['a page, or else JSON', 'text/html;q=0.5, application/json', 'json'],
])('of the formats of a report, %s gets %s', (_, accept, id) => {
  expect(negotiate(formats, { format: undefined, accept })).toMatchObject({ ok: true, value: { id } });
});

test.each([
  ['an unknown format', 'xml', '*/*'],
  ['a format of the wrong case', 'JSON', undefined],
  ['an empty format', '', undefined],
  ['a format that is no text', 5, undefined],
  ['an unknown type', undefined, 'image/png'],
  ['all of weight 0', undefined, '*/*;q=0'],
  ['a weight that is none', undefined, 'application/json;q=high'],
  ['nonsense', undefined, ';;,,'],
])('refuses %s and says what there is', (_, format, accept) => {
  const detail =
    'The formats on offer are json (application/json), yaml (application/yaml), markdown (text/markdown).';
  expect(negotiate(offers, { format, accept })).toEqual({
    ok: false,
    problems: [{ code: 'NOT_ACCEPTABLE', detail }],
  });
});
