import type { Observation } from '../../../../src/model/manifest.ts';
import { app, at, deployment, dnsLabel, dnsSubdomain, init, type Rows, withApp, wrongType } from './parts.ts';

export const pod: Rows = {
  'invalid-pod-name': [
    {
      what: 'no name',
      spec: { containers: [app] },
      given: { metadata: {}, name: null },
      found: { '': 'metadata.name: name or generateName is required' },
    },
    {
      what: 'a bad name, of an item of a List',
      spec: { containers: [app] },
      given: {
        metadata: { name: 'My_Pod' },
        objectPointer: '/items/3',
        pointer: '/items/3/spec',
        metadataPointer: '/items/3/metadata',
      },
      found: { '/items/3/metadata/name': `metadata.name: ${dnsSubdomain}` },
    },
    {
      what: 'too long a name',
      spec: { containers: [app] },
      given: { metadata: { name: 'a'.repeat(254) } },
      found: { '/metadata/name': `metadata.name: ${dnsSubdomain}` },
    },
    { what: 'dots', spec: { containers: [app] }, given: { metadata: { name: 'a.b-c.0' } } },
    { what: 'generateName', spec: { containers: [app] }, given: { metadata: { generateName: 'a-' } } },
    { what: 'a template', spec: { containers: [app] }, given: { ...deployment, metadata: {} } },
    {
      what: 'a name that could not be read',
      spec: { containers: [app] },
      given: { metadata: {}, ...wrongType('/metadata/name') },
    },
  ],
  'unserved-kind': [
    {
      what: 'a version that is gone',
      spec: { containers: [app] },
      given: { ...deployment, apiVersion: 'extensions/v1beta1', pointer: '/spec/template/spec' },
      found: {
        '/apiVersion':
          'The API server has no such kind: a Deployment has apiVersion: apps/v1 and kind: Deployment.',
      },
    },
    {
      what: 'another group, in a List',
      spec: { containers: [app] },
      given: {
        kind: 'Deployment',
        apiVersion: 'v1',
        objectPointer: '/items/1',
        pointer: '/items/1/spec/template/spec',
      },
      found: {
        '/items/1/apiVersion':
          'The API server has no such kind: a Deployment has apiVersion: apps/v1 and kind: Deployment.',
      },
    },
    {
      what: 'another case',
      spec: { containers: [app] },
      given: { kind: 'deployment', apiVersion: 'apps/v1' },
      found: {
        '/kind':
          'The API server has no such kind: a Deployment has apiVersion: apps/v1 and kind: Deployment.',
      },
    },
    { what: 'as it is', spec: { containers: [app] }, given: deployment },
    {
      what: 'a custom resource of the same name',
      spec: { containers: [app] },
      given: { kind: 'Job', apiVersion: 'batch.volcano.sh/v1alpha1' },
    },
  ],
  'invalid-hostname': [
    {
      what: 'dots and capitals',
      spec: { containers: [app], hostname: 'web.example', subdomain: 'Sub' },
      found: {
        '/spec/hostname': `spec.hostname: ${dnsLabel}`,
        '/spec/subdomain': `spec.subdomain: ${dnsLabel}`,
      },
    },
    { what: 'labels, and an empty text', spec: { containers: [app], hostname: 'web-0', subdomain: '' } },
  ],
  'invalid-hostname-override': [
    {
      what: 'everything at once',
      spec: {
        containers: [app],
        hostNetwork: true,
        setHostnameAsFQDN: true,
        hostnameOverride: 'A'.repeat(65),
      },
      found: {
        '/spec/hostnameOverride': `spec.hostnameOverride: may not be specified when setHostnameAsFQDN is true; may not be specified when hostNetwork is true; may not be more than 64 bytes; ${dnsSubdomain}`,
      },
    },
    {
      what: 'an empty text is no name',
      spec: { containers: [app], hostnameOverride: '' },
      found: { '/spec/hostnameOverride': `spec.hostnameOverride: ${dnsSubdomain}` },
    },
    {
      what: '64 characters, which are cut later; the other fields set to false',
      spec: {
        containers: [app],
        hostNetwork: false,
        setHostnameAsFQDN: false,
        hostnameOverride: 'a'.repeat(64),
      },
    },
    {
      what: 'a version that does not know it',
      spec: { containers: [app], hostNetwork: true, hostnameOverride: 'a' },
      options: at('1.34'),
    },
  ],
  'invalid-dns-config': [
    {
      what: 'None without dnsConfig',
      spec: { containers: [app], dnsPolicy: 'None' },
      found: { '/spec/dnsPolicy': 'spec.dnsConfig: must provide `dnsConfig` when `dnsPolicy` is None' },
    },
    {
      what: 'None without nameservers',
      spec: { containers: [app], dnsPolicy: 'None', dnsConfig: { searches: ['a'] } },
      found: {
        '/spec/dnsConfig':
          'spec.dnsConfig.nameservers: must provide at least one DNS nameserver when `dnsPolicy` is None',
      },
    },
    {
      what: 'too many, and what is no address',
      spec: {
        containers: [app],
        dnsConfig: {
          nameservers: ['192.0.2.1', '2001:db8::1', 'dns.example', '192.0.2.4'],
          searches: Array.from({ length: 33 }, () => 'a'),
        },
      },
      found: {
        '/spec/dnsConfig/nameservers': 'spec.dnsConfig.nameservers: must not have more than 3 nameservers',
        '/spec/dnsConfig/nameservers/2': 'spec.dnsConfig.nameservers[2]: must be a valid IP address',
        '/spec/dnsConfig/searches': 'spec.dnsConfig.searches: must not have more than 32 search paths',
      },
    },
    {
      what: 'too long together',
      spec: { containers: [app], dnsConfig: { searches: ['a'.repeat(1024), 'b'.repeat(1024)] } },
      found: {
        '/spec/dnsConfig/searches':
          'spec.dnsConfig.searches: must not have more than 2048 characters (including spaces) in the search list',
      },
    },
    {
      what: 'at the limits, and no dnsConfig',
      spec: {
        containers: [app],
        dnsPolicy: 'None',
        dnsConfig: {
          nameservers: ['192.0.2.1', '::1', '10.0.0.1'],
          searches: Array.from({ length: 32 }, () => 'a'),
        },
      },
    },
    { what: 'another policy', spec: { containers: [app], dnsPolicy: 'Default' } },
  ],
  'invalid-host-alias': [
    {
      what: 'no address, no host name',
      spec: { containers: [app], hostAliases: [{ ip: 'localhost', hostnames: ['a', 'A_b'] }] },
      found: {
        '/spec/hostAliases/0/ip': 'spec.hostAliases[0].ip: must be a valid IP address',
        '/spec/hostAliases/0/hostnames/1': `spec.hostAliases[0].hostnames[1]: ${dnsSubdomain}`,
      },
    },
    {
      what: 'addresses of both families',
      spec: {
        containers: [app],
        hostAliases: [{ ip: '010.0.0.1', hostnames: ['a.b'] }, { ip: '::ffff:192.0.2.1' }],
      },
    },
  ],
  'unsupported-value': [
    {
      what: 'words of the Pod',
      spec: {
        restartPolicy: 'always',
        dnsPolicy: 'clusterFirst',
        os: { name: 'Linux' },
        securityContext: {
          fsGroupChangePolicy: '',
          seccompProfile: { type: 'Default' },
          appArmorProfile: {},
        },
        containers: [app],
        volumes: [{ name: 'h', hostPath: { path: '/h', type: 'Folder' } }],
      },
      found: {
        '/spec/restartPolicy':
          'spec.restartPolicy: Unsupported value: supported values: "Always", "OnFailure", "Never"',
        '/spec/dnsPolicy':
          'spec.dnsPolicy: Unsupported value: supported values: "ClusterFirstWithHostNet", "ClusterFirst", "Default", "None"',
        '/spec/os/name': 'spec.os.name: Unsupported value: supported values: "linux", "windows"',
        '/spec/securityContext/fsGroupChangePolicy':
          'spec.securityContext.fsGroupChangePolicy: Unsupported value: supported values: "Always", "OnRootMismatch"',
        '/spec/securityContext/seccompProfile/type':
          'spec.securityContext.seccompProfile.type: Unsupported value: supported values: "Localhost", "RuntimeDefault", "Unconfined"',
        '/spec/securityContext/appArmorProfile': 'spec.securityContext.appArmorProfile.type: Required value',
        '/spec/volumes/0/hostPath/type':
          'spec.volumes[0].hostPath.type: Unsupported value: supported values: "BlockDevice", "CharDevice", "Directory", "DirectoryOrCreate", "File", "FileOrCreate", "Socket"',
      },
    },
    {
      what: 'words of containers',
      spec: {
        os: {},
        initContainers: [{ ...init, imagePullPolicy: 'always', ports: [{ protocol: 'tcp' }] }],
        containers: [
          {
            ...app,
            terminationMessagePolicy: 'Log',
            securityContext: { procMount: 'unmasked', seccompProfile: { type: '' } },
            volumeMounts: [{ mountPropagation: '', recursiveReadOnly: 'true' }],
          },
        ],
      },
      found: {
        '/spec/os': 'spec.os.name: Required value',
        '/spec/initContainers/0/imagePullPolicy':
          'spec.initContainers[0].imagePullPolicy: Unsupported value: supported values: "Always", "IfNotPresent", "Never"',
        '/spec/containers/0/terminationMessagePolicy':
          'spec.containers[0].terminationMessagePolicy: Unsupported value: supported values: "File", "FallbackToLogsOnError"',
        '/spec/containers/0/securityContext/procMount':
          'spec.containers[0].securityContext.procMount: Unsupported value: supported values: "Default", "Unmasked"',
        '/spec/containers/0/securityContext/seccompProfile/type':
          'spec.containers[0].securityContext.seccompProfile.type: Required value',
        '/spec/initContainers/0/ports/0/protocol':
          'spec.initContainers[0].ports[0].protocol: Unsupported value: supported values: "SCTP", "TCP", "UDP"',
        '/spec/containers/0/volumeMounts/0/mountPropagation':
          'spec.containers[0].volumeMounts.mountPropagation: Unsupported value: supported values: "Bidirectional", "HostToContainer", "None"',
        '/spec/containers/0/volumeMounts/0/recursiveReadOnly':
          'spec.containers[0].volumeMounts.recursiveReadOnly: Unsupported value: supported values: "Disabled", "Enabled", "IfPossible"',
      },
    },
    {
      what: 'known words, and empty ones where there is a default',
      spec: {
        restartPolicy: '',
        dnsPolicy: '',
        os: { name: 'linux' },
        securityContext: {
          fsGroupChangePolicy: 'OnRootMismatch',
          seccompProfile: { type: 'RuntimeDefault' },
        },
        containers: [
          {
            ...app,
            imagePullPolicy: '',
            terminationMessagePolicy: 'File',
            ports: [{ protocol: 'SCTP' }, { protocol: '' }, {}],
            securityContext: { procMount: 'Default', appArmorProfile: { type: 'Localhost' } },
            volumeMounts: [{ mountPropagation: 'None', recursiveReadOnly: 'Disabled' }, {}],
          },
        ],
        volumes: [{ hostPath: { type: '' } }, { hostPath: { type: 'Socket' } }, { hostPath: {} }],
      },
    },
    {
      what: 'fields that old versions drop',
      spec: withApp({ securityContext: { procMount: 'x' }, volumeMounts: [{ recursiveReadOnly: 'x' }] }),
      options: at('1.30'),
    },
    {
      what: 'the restartPolicy of a workload: that is another finding',
      spec: { restartPolicy: 'x', containers: [app] },
      given: deployment,
    },
    {
      what: 'a word that could not be read',
      spec: { os: {}, containers: [app] },
      given: wrongType('/spec/os/name'),
    },
  ],
  'wrong-type': [
    {
      what: 'an env value, in a StatefulSet too',
      spec: { containers: [app] },
      given: {
        kind: 'StatefulSet',
        observations: [
          {
            kind: 'wrong-type',
            pointer: '/spec/template/spec/containers/0/env/0/value',
            expected: 'string',
            found: 'boolean',
          },
        ],
      },
      found: {
        '/spec/template/spec/containers/0/env/0/value':
          'spec.template.spec.containers[0].env[0].value: expected string, found boolean',
      },
    },
    {
      what: 'in the PodSpec of a custom resource and outside of it',
      spec: { containers: [app] },
      given: {
        kind: 'Rollout',
        apiVersion: 'argoproj.io/v1alpha1',
        observations: [
          { kind: 'wrong-type', pointer: '/metadata/name', expected: 'string', found: 'integer' },
          {
            kind: 'wrong-type',
            pointer: '/spec/template/spec/hostPID',
            expected: 'boolean',
            found: 'string',
          },
        ],
      },
      found: {
        '/metadata/name': 'metadata.name: expected string, found integer',
        '/spec/template/spec/hostPID':
          'The API server refuses Pods made from it at spec.hostPID: expected boolean, found string.',
      },
    },
    {
      what: 'other observations',
      spec: { containers: [app] },
      given: {
        observations: [{ kind: 'duplicate-key', pointer: '/spec', key: 'spec' } satisfies Observation],
      },
    },
  ],
};
