import { serveGraphiql } from '../../scripts/graphiql.ts';

/** The editor of `npm start`: everything it loads comes from this machine. */
const endpoint = 'http://localhost:3000/graphql';

test('the page and everything it names is there, and nothing comes from anywhere else', async () => {
  const { url, stop } = await serveGraphiql(endpoint, 0);
  try {
    const page = await fetch(url);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(policy).toMatch(/connect-src http:\/\/localhost:3000$/);

    const named = [...(await page.text()).matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path = '']) => path);
    expect(named).toEqual(['/graphiql.css', '/react.js', '/react-dom.js', '/graphiql.js', '/start.js']);
    for (const path of named) expect((await fetch(`${url}${path}`)).status).toBe(200);
    expect(await (await fetch(`${url}/start.js`)).text()).toContain(endpoint);
    expect((await fetch(`${url}/package.json`)).status).toBe(404);
  } finally {
    await stop();
  }
});

test('when its port is taken it takes another', async () => {
  const first = await serveGraphiql(endpoint, 0);
  const second = await serveGraphiql(endpoint, Number(new URL(first.url).port));
  try {
    expect(second.url).not.toBe(first.url);
    expect((await fetch(second.url)).status).toBe(200);
  } finally {
    await first.stop();
    await second.stop();
  }
});
