import type { Browser } from 'playwright-core';

import { type Graphiql, serveGraphiql } from '../../scripts/graphiql.ts';
import { type Offline, startOffline } from '../../scripts/offline.ts';
import { listenOnce } from '../../scripts/port.ts';
import { findBundle } from '../support/bundles.ts';
import { startChromium } from './chromium.ts';

/** What `npm start` serves, as a person meets it in a browser: nothing comes from another machine, and it works. */

let browser: Browser;
let server: Offline;
let graphiql: Graphiql;

beforeAll(async () => {
  for (const name of ['rest', 'reference', 'graphql'] as const) findBundle(name);
  browser = await startChromium();
  server = await startOffline(await listenOnce(0), () => {});
  graphiql = await serveGraphiql(`${server.url}/graphql`, 0);
});

afterAll(async () => {
  await graphiql?.stop();
  await server?.stop();
  await browser?.close();
});

/** Opens a page and notes what it complains of and what it asks other machines for. */
async function open(url: string, width = 1200) {
  const context = await browser.newContext({ viewport: { width, height: 800 } });
  const page = await context.newPage();
  const noise: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') noise.push(message.text());
  });
  page.on('pageerror', (error) => noise.push(String(error)));
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (hostname !== 'localhost' && protocol !== 'data:' && protocol !== 'blob:') noise.push(request.url());
  });
  await page.goto(url);
  return { page, noise: () => noise.filter((line) => !line.includes('404')), close: () => context.close() };
}

test('GraphiQL loads, knows the schema and gets an answer', async () => {
  const { page, noise, close } = await open(graphiql.url);
  await page.getByRole('button', { name: /Execute query/ }).click();
  await page.getByText('shareProcessNamespace is true').first().waitFor();
  expect(noise()).toEqual([]);
  await close();
});

test.each([390, 1200])('/docs can be read at %d px', async (width) => {
  const { page, noise, close } = await open(`${server.url}/docs`, width);
  expect(await page.title()).toMatch(/podshare/);
  expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
  expect(noise()).toEqual([]);
  await close();
});

test('a link to a manifest is a page in a browser', async () => {
  const { deflateSync } = await import('node:zlib');
  const pod =
    'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: app}, {name: agent}]}\n';
  const m = deflateSync(pod).toString('base64url');
  const { page, noise, close } = await open(`${server.url}/v1/analyze?m=${m}`);
  await page.getByText('They share the network').first().waitFor();
  expect(await page.locator('svg[role="img"]').count()).toBe(1);
  expect(noise()).toEqual([]);
  await close();
});
