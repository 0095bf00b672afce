import { createMcpApi, handshaken, type Sent, stateless } from '../../support/mcp.ts';

/** What a caller wrote comes back in no error and stands in no log line; ids and versions are the protocol's to repeat. */
const secret = 'hunter2';

const pod = (fields: string) => `apiVersion: v1
kind: Pod
metadata:
  name: web
  annotations: { token: ${secret} }
spec:
  containers:
    - name: app
      env: [{ name: PASSWORD, value: ${secret} }]
    - name: agent
${fields}`;

const tool = (name: string, given: object) => stateless('tools/call', { name, arguments: given });
const analyze = (manifest: string, more: object = {}) => tool('analyze_sharing', { manifest, ...more });

const sent: Readonly<Record<string, Sent>> = {
  'a good Pod': analyze(pod('')),
  'a good Pod in full': analyze(pod(''), { detail: 'full' }),
  'a Pod with findings': analyze(pod(`      hostpid: ${secret}\n  hostPID: true\n`)),
  'a Pod with wrong types': analyze(pod(`  hostNetwork: ${secret}\n  volumes: ${secret}\n`)),
  'a pair': tool('explain_pair', { manifest: pod(''), a: 'app', b: 'agent' }),
  'a pair that is not there': tool('explain_pair', { manifest: pod(''), a: secret, b: 'agent', pod: secret }),
  'a comparison': tool('compare_manifests', { before: pod(''), after: pod('  hostPID: true\n') }),
  'a comparison with nonsense': tool('compare_manifests', { before: pod(''), after: `a: *${secret}` }),
  'an unknown example': tool('generate_manifest', { example: secret }),
  'a bad parameter': tool('generate_manifest', { example: 'log-sharing', parameters: { [secret]: secret } }),
  'a bad intent': tool('generate_manifest', {
    intent: { name: `_${secret}`, containers: [{ name: `_${secret}` }] },
  }),
  'an unknown finding': tool('fix_findings', { manifest: 'kind: [', findings: [secret] }),
  'an unknown topic': tool('explain', { topic: secret }),
  'an unknown argument': analyze(pod(''), { [secret]: secret }),
  'a bad option': analyze(pod(''), { runtime: secret, ignore: [secret] }),
  'bad YAML': analyze(pod(`      args: ["${secret}\n  volumes:`)),
  'a bad tag': analyze(`a: !${secret}!x y`),
  'no object': analyze(secret),
  'an unknown tool': tool(secret, {}),
  'an unknown method': stateless(secret),
  'an unknown resource': stateless('resources/read', { uri: `podshare://${secret}` }),
  'an unknown prompt': stateless('prompts/get', { name: secret }),
  'a bad prompt': stateless('prompts/get', { name: 'review_pod', arguments: { [secret]: secret } }),
  'a cursor': stateless('tools/list', { cursor: secret }),
  'another method in the header': {
    ...stateless('tools/list'),
    headers: { ...stateless('tools/list').headers, 'mcp-method': secret },
  },
  'another name in the header': {
    ...analyze(pod('')),
    headers: { ...analyze(pod('')).headers, 'mcp-name': secret },
  },
  'bad JSON': { body: `{"${secret}": ${secret}` },
  'no message': { body: [secret] },
  'a notification': { body: { jsonrpc: '2.0', method: secret, params: { [secret]: secret } } },
  'an origin that is none': { ...handshaken('ping'), headers: { origin: secret } },
  'a type that is none': { ...handshaken('ping'), headers: { 'content-type': `${secret}/x` } },
  'a session and a token': {
    ...handshaken('ping'),
    headers: { authorization: `Bearer ${secret}`, 'mcp-session-id': secret, 'last-event-id': secret },
  },
};

test.each(Object.entries(sent))('%s', async (_, request) => {
  const { send, log } = createMcpApi();
  const { status, headers, text } = await send(request);
  expect(status).not.toBe(500);
  expect(JSON.stringify({ headers, text, log })).not.toContain(secret);
  expect(log).toHaveLength(1);
});

test('a bug tells the client nothing', async () => {
  const { send, log } = createMcpApi();
  const getter = jest.spyOn(JSON, 'stringify').mockImplementationOnce(() => {
    throw new TypeError(secret);
  });
  const reply = await send({ body: '{"jsonrpc":"2.0","id":1,"method":"ping"}' });
  getter.mockRestore();
  expect(reply).toMatchObject({ status: 500, json: { code: 'INTERNAL_ERROR' } });
  expect(JSON.stringify({ reply, log })).not.toContain(secret);
  expect(log).toMatchObject([{ level: 'error', error: { name: 'TypeError' } }]);
});
