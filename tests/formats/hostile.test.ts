import { parse as parseYaml } from 'yaml';
import type { FormatId } from '../../src/formats/format.ts';
import { visible, widthOf } from '../../src/formats/visible.ts';
import { parseMarkdown, textOfMarkdown } from './github-markdown.ts';
import { hostileNames } from './hostile-names.ts';
import { parseHtml } from './html.ts';
import { analysisOf, formatIds, render } from './rendering.ts';
import { descendants, type Element, parseXml } from './xml.ts';

/**
 * One Pod, its names taken from the table: whatever they hold, the structure of every format is that of plain names, no
 * element or attribute, line of a flowchart or cell of a table more.
 */
const podNamed = (name: string, other: string) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, namespace: name, annotations: { 'podshare.dev/ignore': `shared-pid: ${name}` } },
  spec: {
    shareProcessNamespace: true,
    hostNetwork: true,
    os: { name: 'linux' },
    initContainers: [{ name: `${name}0`, image: name, volumeMounts: [{ name, mountPath: `/${name}` }] }],
    containers: [
      { name, image: name, volumeMounts: [{ name, mountPath: `/${name}`, subPath: name }] },
      {
        name: other,
        image: name,
        volumeMounts: [{ name, mountPath: `/${name}`, subPath: name, readOnly: true }],
      },
    ],
    ephemeralContainers: [{ name: `${name}1`, image: name, targetContainerName: name }],
    volumes: [{ name, emptyDir: {} }],
  },
});

/** Analysed as a plain name, then renamed: what is found, and so what is said, is the same for all. */
function analysisNamed(name: string) {
  const plain = analysisOf([podNamed(PLAIN, 'other')]);
  const renamed = JSON.stringify(plain).replaceAll(PLAIN, JSON.stringify(name).slice(1, -1));
  return JSON.parse(renamed) as typeof plain;
}

const PLAIN = 'plainname';

const shapeOf = (element: Element): unknown => [
  element.name,
  Object.keys(element.attributes),
  element.children.map(shapeOf),
];

/** What of an output must not depend on names. */
const structures: Readonly<Record<FormatId, (text: string) => unknown>> = {
  json: (text) => shapeOfData(JSON.parse(text)),
  yaml: (text) => shapeOfData(parseYaml(text)),
  sarif: (text) => shapeOfData(JSON.parse(text)),
  svg: (text) => shapeOf(parseXml(text)),
  junit: (text) => shapeOf(parseXml(text)),
  html: (text) => shapeOf(parseHtml(text)),
  mermaid: (text) => text.split('\n').map((line) => line.replace(/"[^"]*"/g, '""')),
  markdown: (text) => shapeOf(withoutCode(parseMarkdown(text))),
  text: (text) => text.split('\n').filter((line) => /^[-=]+( |$)/.test(line)).length,
};

/** A name with a bar in it is several pieces of code, a word that looks like a link is one. */
const withoutCode = (element: Element): Element => ({
  ...element,
  children: element.children.filter(({ name }) => name !== 'code').map(withoutCode),
});

const shapeOfData = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shapeOfData);
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.entries(value).map(([key, member]) => [key, shapeOfData(member)]);
};

const names = Object.keys(hostileNames);

describe.each(formatIds)('%s', (id) => {
  const plain = structures[id](render(id, analysisNamed('plain')));

  test.each(names)('%s', (what) => {
    const text = render(id, analysisNamed(hostileNames[what] ?? ''));
    expect(structures[id](text)).toEqual(plain);
  });

  test.each(names)('%s, read from a manifest', (what) => {
    const name = hostileNames[what] ?? '';
    expect(() => structures[id](render(id, analysisOf([podNamed(name, 'other')])))).not.toThrow();
  });
});

/** A terminal, an editor and a log show no more than is there. */
const seen = /^[^\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202a-\u202e\u2066-\u2069\ufeff]*$/u;

test.each(names)('%s: Markdown shows the name, and shows that something in it is not seen', (what) => {
  const name = hostileNames[what] ?? '';
  const markdown = render('markdown', analysisNamed(name));
  expect(markdown.split('\n').filter((line) => !seen.test(line) || /\p{Cf}/u.test(line))).toEqual([]);
  expect(descendants(parseMarkdown(markdown)).filter((element) => element.name === 'a')).toEqual([]);
  expect(textOfMarkdown(markdown)).toContain(visible(name).trim());
});

test.each(names)('%s: a text keeps to 80 columns and holds nothing a terminal would obey', (what) => {
  const lines = render('text', analysisNamed(hostileNames[what] ?? '')).split('\n');
  expect(lines.filter((line) => widthOf(line) > 80)).toEqual([]);
  expect(lines.filter((line) => !seen.test(line))).toEqual([]);
});

test.each(names)('%s: no label of a flowchart holds what Mermaid reads', (what) => {
  const text = render('mermaid', analysisNamed(hostileNames[what] ?? ''));
  const labels = [...text.matchAll(/"([^"]*)"/g)].map(([, label = '']) => label.replaceAll('<br/>', ''));
  expect(labels.length).toBeGreaterThan(8);
  expect(labels.filter((label) => /[^\p{L}\p{N}\p{M} ./,:()=+…#;-]|#(?!\d+;)|%%|\n/u.test(label))).toEqual(
    [],
  );
});

test.each(names)('%s: a drawing has the whole name as text, in elements of a drawing only', (what) => {
  const name = hostileNames[what] ?? '';
  const elements = descendants(parseXml(render('svg', analysisNamed(name))));
  expect(elements.filter((element) => !drawn.has(element.name))).toEqual([]);
  const titles = elements.filter((element) => element.name === 'title').map(({ text }) => text);
  expect(titles).toContain(`${visible(name)} (app container), image ${visible(name)}`);
});

const drawn = new Set(['svg', 'title', 'desc', 'style', 'rect', 'text', 'path', 'circle', 'g']);
