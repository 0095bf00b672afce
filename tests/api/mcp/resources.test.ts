import { readFileSync } from 'node:fs';
import { channels } from '../../../src/core/channels/index.ts';
import { checks } from '../../../src/core/checks/index.ts';
import { examples } from '../../../src/core/examples/index.ts';
import { namespaces } from '../../../src/core/namespaces/index.ts';
import { codeBlock, escapeText } from '../../../src/formats/markdown/text.ts';
import { createRestApi, eventFor } from '../../support/api.ts';
import { createMcpApi, handshaken } from '../../support/mcp.ts';

const { send } = createMcpApi();
const listed = async () => (await send(handshaken('resources/list'))).json.result.resources;
const read = async (uri: string) => (await send(handshaken('resources/read', { uri }))).json.result.contents;

test('everything that can be looked up is listed, once', async () => {
  const uris = (await listed()).map(({ uri }: { uri: string }) => uri);
  expect(uris).toEqual([
    ...namespaces.map(({ kind }) => `podshare://namespaces/${kind}`),
    ...channels.map(({ kind }) => `podshare://channels/${kind}`),
    ...checks.map(({ id }) => `podshare://checks/${id}`),
    ...examples.map(({ id }) => `podshare://examples/${id}`),
    'podshare://schema/report',
  ]);
});

test('everything that is listed can be read, as what it is said to be', async () => {
  for (const { uri, mimeType } of await listed()) {
    const [contents, ...more] = await read(uri);
    expect(more).toEqual([]);
    expect(contents).toEqual({ uri, mimeType, text: expect.any(String) });
    expect(contents.text.length).toBeGreaterThan(100);
  }
});

test('templates say how the addresses are made', async () => {
  const { resourceTemplates } = (await send(handshaken('resources/templates/list'))).json.result;
  expect(resourceTemplates.map(({ uriTemplate }: { uriTemplate: string }) => uriTemplate)).toEqual([
    'podshare://namespaces/{kind}',
    'podshare://channels/{kind}',
    'podshare://checks/{id}',
    'podshare://examples/{id}',
  ]);
});

test('the page of every check has its examples', async () => {
  const { checks: catalogue } = JSON.parse(readFileSync('schema/checks.json', 'utf8'));
  expect(catalogue).toHaveLength(checks.length);
  for (const { id, bad, good } of catalogue) {
    const [{ text }] = await read(`podshare://checks/${id}`);
    expect(text).toContain(codeBlock(bad, 'yaml'));
    expect(text).toContain(codeBlock(good, 'yaml'));
  }
});

test('a page says what REST says', async () => {
  const check = checks.find(({ id }) => id === 'host-pid');
  const [{ text }] = await read('podshare://checks/host-pid');
  expect(text).toContain(`${check?.summary} ${escapeText(check?.why ?? '')}`);

  const example = await createRestApi().call(eventFor('GET', '/v1/examples/log-sharing'));
  expect((await read('podshare://examples/log-sharing'))[0].text).toBe(example.body);
  expect((await read('podshare://schema/report'))[0].text).toBe(
    readFileSync('schema/report.schema.json', 'utf8'),
  );
});
