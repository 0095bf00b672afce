import { checks } from '../../../src/core/checks/index.ts';
import { gatherFacts } from '../../../src/core/gather-facts.ts';
import type { Edit } from '../../../src/model/edit.ts';
import type { Observation, PodManifest } from '../../../src/model/manifest.ts';
import { defaultOptions, type Options } from '../../../src/model/options.ts';
import type { PodSpec } from '../../../src/model/pod.ts';
import { app, at, init, type SecurityContext, sidecar } from '../../support/check-rows.ts';
import { podManifest } from '../../support/pod-manifest.ts';

type Row = {
  readonly what: string;
  readonly spec: PodSpec;
  readonly pointer: string;
  readonly edits: readonly Edit[];
  readonly given?: Partial<PodManifest>;
  readonly options?: Partial<Options>;
};

const remove = (pointer: string): Edit => ({ op: 'remove', pointer });
const replace = (pointer: string, value: string | number | boolean): Edit => ({
  op: 'replace',
  pointer,
  value,
});

const removed = (what: string, spec: PodSpec, pointer: string, ...more: string[]): Row => ({
  what,
  spec,
  pointer,
  edits: [pointer, ...more].map(remove),
});
const replaced = (what: string, spec: PodSpec, pointer: string, value: string | number): Row => ({
  what,
  spec,
  pointer,
  edits: [replace(pointer, value)],
});
const left = (what: string, spec: PodSpec, pointer: string): Row => ({ what, spec, pointer, edits: [] });

const withPort = (port: object, role: object = app): PodSpec => ({
  containers: [{ ...role, ports: [port] }],
});
const withMount = (mount: object): PodSpec => ({ containers: [{ ...app, volumeMounts: [mount] }] });
const withContext = (securityContext: SecurityContext): PodSpec => ({
  containers: [{ ...app, securityContext }],
});
const adding = (...add: string[]) => withContext({ capabilities: { add } });
const withVolume = (volume: object): PodSpec => ({ containers: [app], volumes: [volume] });
const seen = (observation: Observation): Partial<PodManifest> => ({ observations: [observation] });
const plain: PodSpec = { containers: [app] };

const port = '/spec/containers/0/ports/0';
const mount = '/spec/containers/0/volumeMounts/0';
const context = '/spec/containers/0/securityContext';

/** Where a fix decides. Those that remove what is found, or write one word, are tested by their texts alone. */
const tables: Readonly<Record<string, readonly Row[]>> = {
  'host-port-mismatch': [
    replaced(
      'the port of the container',
      withPort({ containerPort: 80, hostPort: 8080 }),
      `${port}/hostPort`,
      80,
    ),
  ],
  'image-with-whitespace': [
    replaced(
      'blanks on both sides',
      { containers: [{ name: 'a', image: '\n nginx ' }] },
      '/spec/containers/0/image',
      'nginx',
    ),
  ],
  'invalid-file-mode': [
    replaced(
      'octal digits',
      withVolume({ name: 'v', secret: { defaultMode: 640 } }),
      '/spec/volumes/0/secret/defaultMode',
      0o640,
    ),
    replaced(
      'octal digits, without a permission that nobody has',
      withVolume({ name: 'v', secret: { items: [{ key: 'k', path: 'p', mode: 777 }] } }),
      '/spec/volumes/0/secret/items/0/mode',
      0o755,
    ),
    left(
      'a digit that is not octal',
      withVolume({ name: 'v', secret: { defaultMode: 680 } }),
      '/spec/volumes/0/secret/defaultMode',
    ),
    left(
      'more digits than a mode has',
      withVolume({ name: 'v', secret: { defaultMode: 1777 } }),
      '/spec/volumes/0/secret/defaultMode',
    ),
    left(
      'less than nothing',
      withVolume({ name: 'v', secret: { defaultMode: -1 } }),
      '/spec/volumes/0/secret/defaultMode',
    ),
  ],
  'invalid-hostname': [
    replaced('upper case', { hostname: 'Web' }, '/spec/hostname', 'web'),
    left('more than upper case', { hostname: 'Web.example' }, '/spec/hostname'),
  ],
  'invalid-probe-port': [
    {
      what: 'a number in quotes',
      spec: { containers: [{ ...app, livenessProbe: { tcpSocket: { port: '80' } } }] },
      pointer: '/spec/containers/0/livenessProbe/tcpSocket/port',
      edits: [{ op: 'retype', pointer: '/spec/containers/0/livenessProbe/tcpSocket/port', type: 'integer' }],
    },
    left(
      'a number that is no port',
      { containers: [{ ...app, livenessProbe: { tcpSocket: { port: '99999' } } }] },
      '/spec/containers/0/livenessProbe/tcpSocket/port',
    ),
    left(
      'a name that is none',
      { containers: [{ ...app, livenessProbe: { tcpSocket: { port: 'HTTP' } } }] },
      '/spec/containers/0/livenessProbe/tcpSocket/port',
    ),
  ],
  'invalid-sub-path': [
    replaced(
      'slashes in front',
      withMount({ name: 'v', mountPath: '/v', subPath: '//a/b' }),
      `${mount}/subPath`,
      'a/b',
    ),
    left('steps back', withMount({ name: 'v', mountPath: '/v', subPath: '/../b' }), `${mount}/subPath`),
    left('the root itself', withMount({ name: 'v', mountPath: '/v', subPath: '/' }), `${mount}/subPath`),
    left(
      'two paths',
      withMount({ name: 'v', mountPath: '/v', subPath: 'a', subPathExpr: 'b' }),
      `${mount}/subPathExpr`,
    ),
  ],
  'recursive-read-only-conflict': [
    {
      what: 'readOnly is not said',
      spec: withMount({ recursiveReadOnly: 'Enabled' }),
      pointer: `${mount}/recursiveReadOnly`,
      edits: [{ op: 'add', pointer: `${mount}/readOnly`, value: true, after: 'recursiveReadOnly' }],
    },
    left(
      'it is to be writable',
      withMount({ recursiveReadOnly: 'Enabled', readOnly: false }),
      `${mount}/recursiveReadOnly`,
    ),
    left(
      'mounts go through',
      withMount({ recursiveReadOnly: 'Enabled', mountPropagation: 'HostToContainer' }),
      `${mount}/recursiveReadOnly`,
    ),
  ],
  'unsupported-value': [
    replaced('upper case', withPort({ containerPort: 80, protocol: 'udp' }), `${port}/protocol`, 'UDP'),
    replaced(
      'a word of hostPath',
      withVolume({ name: 'v', hostPath: { path: '/', type: 'directory' } }),
      '/spec/volumes/0/hostPath/type',
      'Directory',
    ),
    left('another word', withPort({ containerPort: 80, protocol: 'http' }), `${port}/protocol`),
  ],
  'workload-restart-policy': [
    {
      ...removed('only Always is allowed', { restartPolicy: 'Never' }, '/spec/template/spec/restartPolicy'),
      given: { kind: 'Deployment' },
    },
    {
      ...replaced(
        'upper case',
        { restartPolicy: 'onfailure' },
        '/spec/template/spec/restartPolicy',
        'OnFailure',
      ),
      given: { kind: 'Job' },
    },
    {
      ...left('a Job has to say which', { restartPolicy: 'Always' }, '/spec/template/spec/restartPolicy'),
      given: { kind: 'Job' },
    },
    { ...left('nothing is said', plain, '/spec/template/spec'), given: { kind: 'Job' } },
  ],
  'wrong-type': [
    {
      what: 'a number',
      spec: plain,
      pointer: '/spec/x',
      edits: [{ op: 'retype', pointer: '/spec/x', type: 'integer' }],
      given: seen({ kind: 'wrong-type', pointer: '/spec/x', expected: 'integer', found: 'string' }),
    },
    {
      ...left('a list', plain, '/spec/x'),
      given: seen({ kind: 'wrong-type', pointer: '/spec/x', expected: 'list', found: 'string' }),
    },
    {
      ...left('what has no reading as the type', plain, '/spec/x'),
      given: seen({ kind: 'wrong-type', pointer: '/spec/x', expected: 'boolean', found: 'integer' }),
    },
    {
      ...left('what would open the node', plain, '/spec/hostPID'),
      given: seen({ kind: 'wrong-type', pointer: '/spec/hostPID', expected: 'boolean', found: 'string' }),
    },
    {
      ...left('another place', plain, '/spec/y'),
      given: seen({ kind: 'wrong-type', pointer: '/spec/x', expected: 'string', found: 'integer' }),
    },
  ],
  'endless-init-container': [
    {
      what: 'it becomes a sidecar',
      spec: { initContainers: [init] },
      pointer: '/spec/initContainers/0',
      edits: [{ op: 'add', pointer: '/spec/initContainers/0/restartPolicy', value: 'Always', after: 'name' }],
    },
    left(
      'it says otherwise',
      { initContainers: [{ ...init, restartPolicy: 'Never' }] },
      '/spec/initContainers/0',
    ),
    left('it has no name', { initContainers: [{ image: 'a' }] }, '/spec/initContainers/0'),
  ],
  'node-sysctl': [
    {
      what: 'the whole entry',
      spec: { securityContext: { sysctls: [{ name: 'vm.x', value: '1' }] } },
      pointer: '/spec/securityContext/sysctls/0/name',
      edits: [remove('/spec/securityContext/sysctls/0')],
    },
  ],
  'capability-without-root': [
    removed(
      'no program can get it',
      withContext({ allowPrivilegeEscalation: false, capabilities: { add: ['KILL'] } }),
      `${context}/capabilities/add`,
    ),
    left('a program may have it', adding('KILL'), `${context}/capabilities/add`),
  ],
  'feature-off': [
    removed('a field', { hostnameOverride: 'a' }, '/spec/hostnameOverride'),
    left('the source of a volume', withVolume({ name: 'v', image: {} }), '/spec/volumes/0/image'),
    left('the source of a variable', plain, '/spec/containers/0/env/0/valueFrom/fileKeyRef'),
  ],
  'hostname-override-cut': [
    replaced('what is used', { hostnameOverride: 'x'.repeat(64) }, '/spec/hostnameOverride', 'x'.repeat(63)),
    replaced(
      'without a hyphen at the end',
      { hostnameOverride: `${'x'.repeat(62)}-x` },
      '/spec/hostnameOverride',
      'x'.repeat(62),
    ),
  ],
  'hostname-with-host-network': [
    removed(
      'both fields',
      { hostNetwork: true, hostname: 'a', setHostnameAsFQDN: true },
      '/spec/hostname',
      '/spec/setHostnameAsFQDN',
    ),
    removed(
      'one field',
      { hostNetwork: true, setHostnameAsFQDN: true, subdomain: 's' },
      '/spec/setHostnameAsFQDN',
    ),
    left('a DNS name is made of it', { hostNetwork: true, hostname: 'a', subdomain: 's' }, '/spec/hostname'),
  ],
  'restart-always-app-container': [
    removed(
      'it is restarted in any case',
      { containers: [{ ...app, restartPolicy: 'Always' }] },
      '/spec/containers/0/restartPolicy',
    ),
    left(
      'it would end with the others',
      { restartPolicy: 'Never', containers: [{ ...app, restartPolicy: 'Always' }] },
      '/spec/containers/0/restartPolicy',
    ),
    left(
      'its rules need it',
      { containers: [{ ...app, restartPolicy: 'Always', restartPolicyRules: [] }] },
      '/spec/containers/0/restartPolicy',
    ),
  ],
  'template-hostname': [
    removed('the hostname', { hostname: 'a' }, '/spec/hostname'),
    left('a DNS name is made of it', { hostname: 'a', subdomain: 's' }, '/spec/hostname'),
  ],
  'unmapped-host-port': [
    removed('the port', withPort({ containerPort: 80, hostPort: 80 }, sidecar), `${port}/hostPort`),
    removed(
      'its address, too',
      withPort({ containerPort: 80, hostPort: 80, hostIP: '::' }, sidecar),
      `${port}/hostPort`,
      `${port}/hostIP`,
    ),
  ],
  'writable-mode-read-only-volume': [
    replaced(
      'what others may write',
      withVolume({ name: 'v', secret: { defaultMode: 0o766 } }),
      '/spec/volumes/0/secret/defaultMode',
      0o744,
    ),
    left(
      'another mode is meant',
      withVolume({ name: 'v', secret: { defaultMode: 440 } }),
      '/spec/volumes/0/secret/defaultMode',
    ),
  ],
  'propagation-not-received': [
    {
      what: 'nothing is said',
      spec: withMount({ name: 'v', mountPath: '/v' }),
      pointer: mount,
      edits: [
        { op: 'add', pointer: `${mount}/mountPropagation`, value: 'HostToContainer', after: 'mountPath' },
      ],
    },
    {
      what: 'None is said',
      spec: withMount({ name: 'v', mountPath: '/v', mountPropagation: 'None' }),
      pointer: mount,
      edits: [replace(`${mount}/mountPropagation`, 'HostToContainer')],
    },
  ],
  'read-only-volume-writer': [
    {
      what: 'it asks to write',
      spec: withMount({ name: 'v', readOnly: false }),
      pointer: mount,
      edits: [remove(`${mount}/readOnly`)],
    },
    left('a script writes', withMount({ name: 'v' }), mount),
    left(
      'it asks to write, and a script does',
      {
        initContainers: [
          {
            ...init,
            command: ['sh', '-c', 'echo x >> /etc/app/app.conf'],
            volumeMounts: [{ name: 'v', mountPath: '/etc/app', readOnly: false }],
          },
        ],
        containers: [app],
        volumes: [{ name: 'v', configMap: { name: 'c' } }],
      },
      '/spec/initContainers/0/volumeMounts/0',
    ),
  ],
  'read-only-not-recursive': [
    {
      what: 'every such mount of the container',
      spec: {
        containers: [
          {
            ...app,
            volumeMounts: [
              { name: 'n', mountPath: '/a', readOnly: true },
              { name: 'n', mountPath: '/b' },
              { name: 'n', mountPath: '/c', readOnly: true, recursiveReadOnly: 'Disabled' },
              { name: 'n', mountPath: '/d', readOnly: true, mountPropagation: 'HostToContainer' },
            ],
          },
        ],
        volumes: [{ name: 'n', hostPath: { path: '/' } }],
      },
      pointer: `${mount}/readOnly`,
      edits: [
        { op: 'add', pointer: `${mount}/recursiveReadOnly`, value: 'IfPossible', after: 'readOnly' },
        replace('/spec/containers/0/volumeMounts/2/recursiveReadOnly', 'IfPossible'),
      ],
    },
    {
      ...left(
        'the version has no such thing',
        {
          containers: [{ ...app, volumeMounts: [{ name: 'n', mountPath: '/a', readOnly: true }] }],
          volumes: [{ name: 'n', hostPath: { path: '/' } }],
        },
        `${mount}/readOnly`,
      ),
      options: at('1.30'),
    },
  ],
  'network-capability': [
    {
      what: 'both of them',
      spec: adding('NET_ADMIN', 'KILL', 'CAP_NET_RAW'),
      pointer: `${context}/capabilities/add/0`,
      edits: [remove(`${context}/capabilities/add/0`), remove(`${context}/capabilities/add/2`)],
    },
    left('all are added', adding('ALL', 'NET_RAW'), `${context}/capabilities/add/0`),
  ],
  'ptrace-capability': [
    {
      what: 'both spellings, and no other',
      spec: adding('SYS_PTRACE', 'SYS_ADMIN', 'CAP_SYS_PTRACE'),
      pointer: `${context}/capabilities/add/0`,
      edits: [remove(`${context}/capabilities/add/0`), remove(`${context}/capabilities/add/2`)],
    },
    left('all are added', adding('ALL'), `${context}/capabilities/add/0`),
  ],
  'unused-volume': [
    removed('an entry of the Pod', withVolume({ name: 'v' }), '/spec/volumes/0'),
    left('the template of a claim', plain, '/spec/volumeClaimTemplates/0'),
  ],
  'wrong-case-field': [
    {
      what: 'the name of the field',
      spec: plain,
      pointer: '/spec/nodename',
      edits: [{ op: 'rename', pointer: '/spec/nodename', key: 'nodeName' }],
      given: seen({
        kind: 'unknown-field',
        pointer: '/spec/nodename',
        field: 'nodename',
        suggestion: 'nodeName',
        sameButCase: true,
      }),
    },
    {
      ...left('one that would open the node', plain, '/spec/hostpid'),
      given: seen({
        kind: 'unknown-field',
        pointer: '/spec/hostpid',
        field: 'hostpid',
        suggestion: 'hostPID',
        sameButCase: true,
      }),
    },
  ],
  'yaml-1.1-boolean': [
    {
      what: 'a value',
      spec: plain,
      pointer: '/a',
      edits: [{ op: 'respell', pointer: '/a', part: 'value' }],
      given: seen({ kind: 'yaml-1.1-boolean', pointer: '/a', isKey: false }),
    },
    {
      what: 'a key',
      spec: plain,
      pointer: '/true',
      edits: [{ op: 'respell', pointer: '/true', part: 'key' }],
      given: seen({ kind: 'yaml-1.1-boolean', pointer: '/true', isKey: true }),
    },
  ],
};

const rows = Object.entries(tables).flatMap(([id, table]) =>
  table.map((row) => [id, row.what, row] as const),
);

test.each(rows)('%s: %s', (id, _, { spec, pointer, edits, given, options }) => {
  const facts = gatherFacts(podManifest(spec, given), { ...defaultOptions, ...options });
  expect(checks.find((check) => check.id === id)?.fix?.edits(facts, { pointer })).toEqual(edits);
});
