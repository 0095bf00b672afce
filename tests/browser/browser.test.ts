import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { contrast } from '../formats/contrast.ts';
import { hostileNames } from '../formats/hostile-names.ts';
import { analysisOf, render } from '../formats/rendering.ts';
import { startChromium } from './chromium.ts';

/** Pages and drawings in a real browser: they load nothing, complain of nothing, and can be read by everybody. */

let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser?.close());

const hostilePods = Object.values(hostileNames).map((name) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name },
  spec: {
    containers: [{ name }, { name: 'b' }],
    volumes: [{ name, emptyDir: {} }],
  },
}));

/** Columns so narrow that names are written upwards, one init container, and a volume of which each sees another part. */
const narrowPod = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'narrow' },
  spec: {
    initContainers: [{ name: 'i', volumeMounts: [{ name: 'v', mountPath: '/usr/share/nginx/html' }] }],
    containers: Array.from({ length: 8 }, (_, i) => ({
      name: `c${i}`,
      volumeMounts: [{ name: 'v', mountPath: '/srv', subPath: `s${i % 3}`, readOnly: i > 3 }],
    })),
    ephemeralContainers: [{ name: 'd', targetContainerName: 'c0' }],
    volumes: [{ name: 'v', persistentVolumeClaim: { claimName: 'c' } }],
  },
};

const caseOf = (name: string) => analysisOf(readFileSync(`tests/cases/${name}/pod.yaml`, 'utf8'));

const reports = {
  'log-sharing': caseOf('log-sharing'),
  'every-class': caseOf('every-class'),
  'ephemeral-target': caseOf('ephemeral-target'),
  'host-everything': caseOf('host-everything'),
  windows: caseOf('windows'),
  'list-and-documents': caseOf('list-and-documents'),
  'hostile names': analysisOf(hostilePods),
  narrow: analysisOf([narrowPod]),
};

const contentTypes = { html: 'text/html; charset=utf-8', svg: 'image/svg+xml; charset=utf-8' } as const;
const policy = "default-src 'none'; style-src 'unsafe-inline'";
const url = 'http://podshare.test/';

/** Shows an answer as the API sends it, and notes what the page asks for and complains of. */
async function show(
  id: keyof typeof contentTypes,
  name: keyof typeof reports,
  width: number,
  colorScheme: 'light' | 'dark',
) {
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
  const page = await context.newPage();
  const noise: string[] = [];
  page.on('console', (message) => noise.push(message.text()));
  page.on('pageerror', (error) => noise.push(String(error)));
  page.on('dialog', (dialog) => noise.push(dialog.message()));
  await context.route('**', (route) => {
    if (route.request().url() !== url) {
      // Browsers ask for it of any page.
      if (!route.request().url().endsWith('/favicon.ico')) noise.push(route.request().url());
      return route.abort();
    }
    return route.fulfill({
      body: render(id, reports[name]),
      contentType: contentTypes[id],
      headers: { 'content-security-policy': policy },
    });
  });
  await page.goto(url);
  return { page, noise, close: () => context.close() };
}

const hex = (colour: string): string => {
  const parts = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(colour)?.slice(1) ?? [];
  if (parts.length !== 3) throw new Error(`No plain colour: ${colour}`);
  return `#${parts.map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`;
};

const inPage = readFileSync('tests/browser/in-page.mjs', 'utf8');

/** A text as a page shows it, with its colours as CSS writes them. */
type ShownText = { readonly text: string; readonly colour: string; readonly ground: string };
type Answers = {
  listTexts: ShownText[];
  isWiderThanScreen: boolean;
  listOutside: string[];
  listOverlapping: string[];
  listBrokenPaths: string[];
};

const ask = <Name extends keyof Answers>(page: Page, name: Name): Promise<Answers[Name]> =>
  page.evaluate(`${inPage}; inPage.${name}()`);

const names = Object.keys(reports) as (keyof typeof reports)[];
const rows = names.flatMap((name) =>
  (['html', 'svg'] as const).flatMap((id) =>
    (['light', 'dark'] as const).map((scheme) => [name, id, scheme] as const),
  ),
);

test.each(rows)(
  '%s as %s, %s: nothing loaded, nothing wrong, every text can be read',
  async (name, id, scheme) => {
    const { page, noise, close } = await show(id, name, 900, scheme);
    const texts = await ask(page, 'listTexts');
    expect(texts.length).toBeGreaterThan(10);
    const pale = texts.filter(({ colour, ground }) => contrast(hex(colour), hex(ground)) < 4.5);
    expect(pale).toEqual([]);
    expect(noise).toEqual([]);
    await close();
  },
);

test.each(names)('%s: a phone and a small window show the page without scrolling sideways', async (name) => {
  const { page, close } = await show('html', name, 390, 'light');
  expect(await ask(page, 'isWiderThanScreen')).toBe(false);
  await page.setViewportSize({ width: 710, height: 800 });
  expect(await ask(page, 'isWiderThanScreen')).toBe(false);
  await close();
});

test.each(names)(
  '%s: texts of a drawing stay inside it and their cards, and off each other',
  async (name) => {
    const { page, close } = await show('svg', name, 640, 'light');
    expect(await ask(page, 'listOutside')).toEqual([]);
    expect(await ask(page, 'listOverlapping')).toEqual([]);
    await close();
  },
);

test.each([710, 1200])('a table %d wide does not break short paths', async (width) => {
  const { page, close } = await show('html', 'narrow', width, 'light');
  const broken = await ask(page, 'listBrokenPaths');
  expect(broken.filter((path) => path.length < 24)).toEqual([]);
  await close();
});

test('a drawing has a name and a description for who does not see it', async () => {
  const { page, close } = await show('html', 'log-sharing', 900, 'light');
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const images = nodes.filter(({ role }) => role?.value === 'image' || role?.value === 'img');
  expect(images.map(({ name, description }) => [name?.value, description?.value])).toEqual([
    ['What the containers of Pod log-sharing-pod share', reports['log-sharing'].pods[0]?.summary],
  ]);
  await close();
});
