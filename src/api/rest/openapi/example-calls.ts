import { formats } from '../../../formats/format.ts';
import { limits } from '../../../model/limits.ts';
import type { RouteKey } from '../routes.ts';

/** A call whose real reply stands in the document as an example. */
export type ExampleCall = {
  readonly route: RouteKey;
  readonly name: string;
  readonly summary: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Whether what is sent is worth showing: not when it is broken or huge. */
  readonly isShown: boolean;
};

const pod = `apiVersion: v1
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
const read = (route: RouteKey, params: Readonly<Record<string, string>> = {}) => ({
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
  read('GET /v1/checks/{id}', { id: 'host-pid' }),
  { ...read('GET /v1/checks/{id}', { id: 'unknown' }), name: 'unknown', summary: 'An id that is not known' },
  read('GET /v1/meta'),
  read('GET /healthz'),
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
];
