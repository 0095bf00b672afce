import type { Options } from '../../src/model/options.ts';
import type { PodSpec } from '../../src/model/pod.ts';
import { reportOf } from '../support/report-of.ts';

const containers = [{ name: 'a' }];
const hostname = (spec: PodSpec, given = {}, options: Partial<Options> = {}) => {
  const { value, generated, because } = reportOf({ containers, ...spec }, options, given).hostname;
  return [value, generated, because.pointer];
};
const long = 'x'.repeat(62);

// Source: kubernetes pkg/kubelet/kubelet_pods.go, GeneratePodHostNameAndDomain.
test.each<[string, PodSpec, object, unknown[], Partial<Options>?]>([
  ["the Pod's name", {}, {}, ['web', false, '/metadata/name']],
  ['hostname', { hostname: 'h' }, {}, ['h', false, '/spec/hostname']],
  ["hostNetwork: the node's", { hostNetwork: true, hostname: 'h' }, {}, [null, false, '/spec/hostNetwork']],
  [
    "HostProcess containers: the node's",
    {
      os: { name: 'windows' },
      hostNetwork: true,
      securityContext: { windowsOptions: { hostProcess: true } },
    },
    {},
    [null, false, '/spec/hostNetwork'],
  ],
  [
    'hostnameOverride',
    { hostname: 'h', hostnameOverride: 'o.x' },
    {},
    ['o.x', false, '/spec/hostnameOverride'],
  ],
  [
    'hostnameOverride before 1.35',
    { hostname: 'h', hostnameOverride: 'o' },
    {},
    ['h', false, '/spec/hostname'],
    { kubernetesVersion: '1.34' },
  ],
  [
    '64 characters are cut to 63',
    { hostnameOverride: `${long}xy` },
    {},
    [`${long}x`, false, '/spec/hostnameOverride'],
  ],
  ['what the cut leaves is trimmed', { hostname: `${long}-z` }, {}, [long, false, '/spec/hostname']],
  [
    'a subdomain alone changes nothing',
    { hostname: 'h', subdomain: 's' },
    {},
    ['h', false, '/spec/hostname'],
  ],
  [
    'setHostnameAsFQDN alone changes nothing',
    { hostname: 'h', setHostnameAsFQDN: true },
    {},
    ['h', false, '/spec/hostname'],
  ],
  [
    'both: the fully qualified name',
    { hostname: 'h', subdomain: 's', setHostnameAsFQDN: true },
    { namespace: 'n' },
    ['h.s.n.svc.<cluster domain>', false, '/spec/setHostnameAsFQDN'],
  ],
  [
    'a StatefulSet: its serviceName is the subdomain',
    { setHostnameAsFQDN: true, subdomain: 's' },
    { kind: 'StatefulSet', namespace: 'n', workload: { serviceName: 'hs' } },
    ['web-<ordinal>.hs.n.svc.<cluster domain>', true, '/spec/template/spec/setHostnameAsFQDN'],
  ],
  [
    'a StatefulSet without serviceName has no subdomain',
    { setHostnameAsFQDN: true, subdomain: 's' },
    { kind: 'StatefulSet' },
    ['web-<ordinal>', true, null],
  ],
  [
    'generateName',
    {},
    { name: null, metadata: { generateName: 'g-' } },
    ['g-<random>', true, '/metadata/generateName'],
  ],
  ['no name at all', {}, { name: null, metadata: {} }, ['<random>', true, null]],
  ['Deployment', {}, { kind: 'Deployment' }, ['web-<pod-template-hash>-<random>', true, null]],
  ['DaemonSet', {}, { kind: 'DaemonSet' }, ['web-<random>', true, null]],
  ['StatefulSet', { hostname: 'h' }, { kind: 'StatefulSet' }, ['web-<ordinal>', true, null]],
  ['Job', {}, { kind: 'Job' }, ['web-<random>', true, null]],
  ['Indexed Job', {}, { kind: 'Job', workload: { completionMode: 'Indexed' } }, ['web-<index>', true, null]],
  [
    'hostname in an Indexed Job',
    { hostname: 'h' },
    { kind: 'Job', workload: { completionMode: 'Indexed' } },
    ['web-<index>', true, null],
  ],
  ['CronJob', {}, { kind: 'CronJob' }, ['web-<time>-<random>', true, null]],
  [
    'hostname in a template',
    { hostname: 'h' },
    { kind: 'Deployment' },
    ['h', false, '/spec/template/spec/hostname'],
  ],
])('%s', (_, spec, given, want, options = {}) => {
  expect(hostname(spec, given, options)).toStrictEqual(want);
});
