import { limits } from '../../src/model/limits.ts';

const object = (spec: object) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec });

/** As many containers as a Pod may have, with something to fix in each place a fix looks at. */
const busy = object({
  hostPID: true,
  hostIPC: true,
  hostNetwork: true,
  shareProcessNamespace: true,
  setHostnameAsFQDN: true,
  containers: Array.from({ length: limits.containersPerPod }, (_, i) => ({
    name: `c${i}`,
    image: ' busybox ',
    imagePullPolicy: 'always',
    securityContext: {
      privileged: i % 2 === 0,
      allowPrivilegeEscalation: true,
      capabilities: { add: ['NET_RAW', 'SYS_PTRACE'], drop: ['ALL'] },
    },
    ports: [{ containerPort: 1000 + i, hostPort: 2000 + i, hostIP: '127.0.0.1', protocol: 'tcp' }],
    readinessProbe: { httpGet: { port: '80' } },
    volumeMounts: [
      { name: 'v', mountPath: '/v', mountPropagation: 'Bidirectional', subPath: '/x' },
      { name: 'n', mountPath: '/n', readOnly: true },
      { name: 'c', mountPath: '/c', readOnly: false },
    ],
  })),
  volumes: [
    { name: 'v', emptyDir: {} },
    { name: 'n', hostPath: { path: '/' } },
    { name: 'c', configMap: { name: 'c', defaultMode: 511 } },
    ...Array.from({ length: 1000 }, (_, i) => ({ name: `u${i}`, emptyDir: {} })),
  ],
});

/** Many Pods with one fix that does harm in each, which has to be found among the others. */
const harmful = Array.from({ length: limits.pods }, (_, i) =>
  JSON.stringify({
    ...object({
      restartpolicy: 'sometimes',
      hostPID: true,
      hostIPC: true,
      containers: [{ name: 'a', image: 'a', imagepullpolicy: 'Always' }],
    }),
    metadata: { name: `p${i}` },
  }),
);

const deepYaml = (value: unknown, indent = ''): string => {
  if (Array.isArray(value))
    return value.map((item) => `\n${indent}- ${deepYaml(item, `${indent}  `).trimStart()}`).join('');
  if (typeof value !== 'object' || value === null) return ` ${JSON.stringify(value)} # c`;
  return Object.entries(value)
    .map(([key, member]) => `\n${indent}${key}:${deepYaml(member, `${indent}  `)}`)
    .join('');
};

/** Manifests with very much to mend, and all of it at once. */
export const repairs: Readonly<Record<string, string>> = {
  'a busy Pod, JSON in one line': JSON.stringify(busy),
  'a busy Pod, JSON in lines': JSON.stringify(busy, null, 1),
  'a busy Pod, YAML with a comment on each line': `${deepYaml(busy).trimStart()}\n`,
  'a thousand Pods with a fix that does harm': harmful.join('\n'),
  'a List of them': JSON.stringify({
    apiVersion: 'v1',
    kind: 'List',
    items: harmful.map((text) => JSON.parse(text)),
  }),
  'one key a hundred thousand times': `apiVersion: v1\nkind: Pod\nspec:\n  containers: [{name: a, image: a}]\n${'  k: 1 # c\n'.repeat(90_000)}`,
  'octals and comments in one line': `apiVersion: v1\nkind: Pod\nspec: {containers: [{name: a, args: [${'01, '.repeat(200_000)}]}]}`,
};
