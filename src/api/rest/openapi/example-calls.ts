import { formats } from '../../../formats/format.ts';
import { limits } from '../../../model/limits.ts';
import type { RouteKey } from '../routes.ts';

/** A call whose real reply stands in the document as an example. */
export type ExampleCall = {
  /** Method and path; the last two are none of ours. */
  readonly route: RouteKey | 'GET /v1/nothing' | 'DELETE /v1/analyze';
  readonly name: string;
  readonly summary: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Whether what is sent is worth showing: not when it is broken or huge. */
  readonly isShown: boolean;
  /** How many entries of each list of the reply are shown, or lines of a text; absent: all. */
  readonly keeps?: number;
};

export const pod = `apiVersion: v1
kind: Pod
metadata:
  name: log-sharing-pod
spec:
  containers:
    - name: app
      image: busybox
      volumeMounts:
        - name: shared-logs
          mountPath: /var/log/shared
    - name: sidecar
      image: busybox
      volumeMounts:
        - name: shared-logs
          mountPath: /var/log/shared
          readOnly: true
  volumes:
    - name: shared-logs
      emptyDir: {}
`;

const analyze = {
  route: 'POST /v1/analyze',
  headers: { 'content-type': 'application/yaml' },
  body: pod,
} as const;
const sharedPid = pod.replace('spec:\n', 'spec:\n  shareProcessNamespace: true # for the debugger\n');

const intent = {
  name: 'web',
  containers: [
    { name: 'app', image: 'nginx:1.29' },
    { name: 'agent', role: 'sidecar' },
    { name: 'cache', image: 'redis:8' },
  ],
  share: ['pid', { files: '/var/log/nginx', writers: ['app'], readers: ['agent'] }],
};

/** `pod` as it stands in a link; written out, because compressors differ in what they make of a text. */
export const packedPod = [
  'eNq9kDsOwjAQRHufYi9gRbSuaRGp6DfxyrGwvZY_ERHi7sgkID49283OjJ40GO2JUrYcFMw7cbZBK-hZC08FNRZUAi',
  'CgJwWOjcwTJhuMjKxFjjQ2d-RQ0AZKuSkAueUxxocGsB4NKRhqXga-bM-ZXfV04BrKVnwvNxBp6djklwfgW7rHMino',
  'ZkydY9OtyQ9ytppGTH-mr5cI9TG4RUFJlcST9LXNL4B8LMveJgXXm7gDxqR5Aw',
].join('');

const getLink = {
  route: 'GET /v1/analyze',
  headers: {},
  query: { m: packedPod },
  isShown: false,
} as const;

const post = (route: RouteKey, body: object) => ({
  route,
  name: 'answer',
  summary: 'As it is answered',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
  isShown: true,
});

const read = (route: ExampleCall['route'], params: Readonly<Record<string, string>> = {}) => ({
  route,
  name: 'found',
  summary: 'As it is answered',
  params,
  headers: {},
  isShown: false,
});

export const exampleCalls: readonly ExampleCall[] = [
  { ...analyze, name: 'pod', summary: 'A Pod', isShown: true },
  ...formats
    .filter(({ id }) => id !== 'json')
    .map(({ id: format }) => ({
      ...analyze,
      name: format,
      summary: `A Pod, answered as ${format}`,
      query: { format },
      isShown: false,
    })),
  {
    ...analyze,
    name: 'envelope',
    summary: 'A manifest as text, with options',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ manifest: pod, options: { kubernetesVersion: '1.33', detail: 'summary' } }),
    isShown: true,
  },
  {
    ...analyze,
    name: 'invalid-json',
    summary: 'JSON that breaks off',
    headers: { 'content-type': 'application/json' },
    body: '{"manifest": "kind: Pod",\n "options": }',
    isShown: false,
  },
  {
    ...analyze,
    name: 'invalid-option',
    summary: 'A runtime that is not known',
    query: { runtime: 'docker' },
    isShown: false,
  },
  {
    ...analyze,
    name: 'not-acceptable',
    summary: 'A format that is not offered',
    query: { format: 'xml' },
    isShown: false,
  },
  {
    ...analyze,
    name: 'unsupported',
    summary: 'A manifest sent as a picture',
    headers: { 'content-type': 'image/png' },
    isShown: false,
  },
  {
    ...analyze,
    name: 'too-large',
    summary: 'A body past the limit',
    body: '#'.repeat(limits.bodyBytes + 1),
    isShown: false,
  },
  {
    ...analyze,
    name: 'bad-yaml',
    summary: 'Text that is not YAML',
    body: 'kind: Pod\nspec: [\n',
    isShown: false,
  },
  {
    ...getLink,
    name: 'pod',
    summary: 'The same Pod, in short',
    query: { ...getLink.query, detail: 'summary' },
  },
  {
    ...getLink,
    name: 'markdown',
    summary: 'The same Pod, answered in Markdown',
    query: { ...getLink.query, format: 'markdown' },
  },
  {
    ...getLink,
    name: 'invalid-encoding',
    summary: 'A link that was cut off',
    query: { m: packedPod.slice(0, 40) },
  },
  {
    ...post('POST /v1/compare', { before: pod, after: sharedPid }),
    summary: 'A Pod that shares its processes now',
  },
  {
    ...post('POST /v1/compare', { before: pod, after: sharedPid }),
    name: 'markdown',
    summary: 'The same for a pull request',
    query: { format: 'markdown' },
    isShown: false,
  },
  {
    ...post('POST /v1/compare', { before: pod }),
    name: 'incomplete',
    summary: 'One manifest only',
    isShown: false,
  },
  {
    ...post('POST /v1/compare', { before: pod, after: 'kind: Pod\nspec: [\n' }),
    name: 'bad-yaml',
    summary: 'A side that is not YAML',
    isShown: false,
  },
  {
    ...post('POST /v1/generate', {
      example: 'log-sharing',
      parameters: { name: 'web-logs', app: { image: 'busybox:1.37' } },
    }),
    name: 'example',
    summary: 'An example with parameters',
  },
  {
    ...post('POST /v1/generate', { intent }),
    name: 'intent',
    summary: 'Files for one reader, and processes',
  },
  {
    ...post('POST /v1/generate', { intent }),
    name: 'manifest',
    summary: 'Only the manifest',
    query: { format: 'yaml' },
    isShown: false,
  },
  {
    ...post('POST /v1/generate', { intent }),
    name: 'page',
    summary: 'A page for people',
    query: { format: 'markdown' },
    isShown: false,
  },
  {
    ...post('POST /v1/generate', { intent: { ...intent, share: [{ pid: ['app', 'agent'] }] } }),
    name: 'impossible',
    summary: 'What Kubernetes cannot do',
    isShown: false,
  },
  {
    ...post('POST /v1/generate', { example: 'unknown' }),
    name: 'unknown',
    summary: 'An example that is not known',
    isShown: false,
  },
  {
    ...post('POST /v1/fix', { manifest: sharedPid, findings: ['shared-pid'] }),
    summary: 'A Pod that shall not share its processes',
  },
  {
    ...post('POST /v1/fix', { manifest: sharedPid, findings: ['shared-pid'] }),
    name: 'manifest',
    summary: 'Only the new text',
    query: { format: 'yaml' },
    isShown: false,
  },
  {
    ...post('POST /v1/fix', { manifest: sharedPid, findings: ['shared-pid'] }),
    name: 'diff',
    summary: 'Only the difference',
    query: { format: 'diff' },
    isShown: false,
  },
  read('GET /v1/examples'),
  read('GET /v1/examples/{id}', { id: 'log-sharing' }),
  {
    ...read('GET /v1/examples/{id}', { id: 'log-sharing' }),
    name: 'markdown',
    query: { format: 'markdown' },
  },
  {
    ...read('GET /v1/examples/{id}', { id: 'unknown' }),
    name: 'unknown',
    summary: 'An id that is not known',
  },
  read('GET /v1/namespaces'),
  read('GET /v1/namespaces/{kind}', { kind: 'pid' }),
  {
    ...read('GET /v1/namespaces/{kind}', { kind: 'unknown' }),
    name: 'unknown',
    summary: 'A kind that is not known',
  },
  { ...read('GET /v1/checks'), keeps: 2 },
  read('GET /v1/checks/{id}', { id: 'host-pid' }),
  { ...read('GET /v1/checks/{id}', { id: 'unknown' }), name: 'unknown', summary: 'An id that is not known' },
  read('GET /v1/meta'),
  read('GET /healthz'),
  read('GET /'),
  { ...read('GET /llms.txt'), keeps: 20 },
  { ...read('GET /llms-full.txt'), keeps: 20 },
  { ...read('GET /v1/nothing'), name: 'unknown', summary: 'A path that is not known' },
  { ...read('DELETE /v1/analyze'), name: 'unknown', summary: 'A method that is not known' },
  {
    ...read('GET /graphql'),
    headers: { 'content-type': 'application/json' },
    query: { query: '{ namespaces { kind byDefault } }' },
  },
  {
    route: 'POST /graphql',
    name: 'query',
    summary: 'Two questions about a Pod',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query:
        'query ($manifest: String!) { analyze(manifest: $manifest) { ... on Analysis { pods { summary } } ... on Rejection { problems { code detail } } } }',
      variables: { manifest: pod },
    }),
    isShown: true,
  },
  {
    route: 'POST /mcp',
    name: 'tools-call',
    summary: 'A tool is called',
    headers: { 'content-type': 'application/json', 'mcp-protocol-version': '2025-11-25' },
    body: JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: { name: 'explain_pair', arguments: { manifest: pod, a: 'app', b: 'sidecar' } },
    }),
    isShown: true,
  },
];
