import { parseOptions } from '../../src/api/options.ts';
import { defaultOptions } from '../../src/model/options.ts';

test.each([
  ['nothing', {}, {}],
  ['nulls', { runtime: null, ignore: null, cgroup: undefined }, {}],
  [
    'everything',
    {
      kubernetesVersion: '1.29',
      runtime: 'cri-o',
      cgroup: 'v1',
      namespace: 'web-1',
      detail: 'summary',
      ignore: 'host-pid, host-ipc',
    },
    {
      kubernetesVersion: '1.29',
      runtime: 'cri-o',
      cgroup: 'v1',
      namespace: 'web-1',
      detail: 'summary',
      ignore: ['host-pid', 'host-ipc'],
    },
  ],
  ['checks as a list', { ignore: ['host-pid'] }, { ignore: ['host-pid'] }],
  ['no checks', { ignore: '' }, { ignore: [] }],
  ['an object without prototype', Object.assign(Object.create(null), { cgroup: 'v1' }), { cgroup: 'v1' }],
])('reads %s', (_, input, want) => {
  expect(parseOptions(input)).toEqual({ ok: true, value: { ...defaultOptions, ...want } });
});

const versions = '1.29, 1.30, 1.31, 1.32, 1.33, 1.34, 1.35, 1.36, 1.37';
const unknown =
  'An option is not known. The options are kubernetesVersion, runtime, cgroup, namespace, detail, ignore and format.';
const namespace =
  '`namespace` must be the name of a Kubernetes namespace: at most 63 of a-z, 0-9 and -, not at an end.';
const ignore = '`ignore` must be ids of checks, as a list or separated by commas; GET /v1/checks lists them.';

test.each([
  [{ kubernetesVersion: '1.99' }, [`\`kubernetesVersion\` must be one of ${versions}.`]],
  [{ kubernetesVersion: 1.3 }, [`\`kubernetesVersion\` must be one of ${versions}.`]],
  [{ runtime: 'docker' }, ['`runtime` must be one of containerd, cri-o.']],
  [{ cgroup: 'v3' }, ['`cgroup` must be one of v2, v1.']],
  [{ detail: '' }, ['`detail` must be one of full, summary.']],
  [{ namespace: 'Web' }, [namespace]],
  [{ namespace: 'a'.repeat(64) }, [namespace]],
  [{ namespace: '-a' }, [namespace]],
  [{ ignore: 'Host PID' }, [ignore]],
  [{ ignore: [1] }, [ignore]],
  [{ ignore: 'host-pid,constructor' }, [ignore]],
  [{ ignore: {} }, [ignore]],
  [{ kubernetesversion: '1.30' }, [unknown]],
  [{ constructor: 'x' }, [unknown]],
  [{ a: 1, b: 2, cgroup: 'v3' }, ['`cgroup` must be one of v2, v1.', unknown]],
  ['runtime=cri-o', ['The options must be an object.']],
  [['runtime'], ['The options must be an object.']],
  [null, ['The options must be an object.']],
])('refuses %j', (input, details) => {
  const problems = details.map((detail) => ({ code: 'INVALID_OPTION', detail }));
  expect(parseOptions(input)).toEqual({ ok: false, problems });
});
