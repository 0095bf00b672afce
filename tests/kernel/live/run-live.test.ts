import type { Container, PodSpec } from '../../../src/model/pod.ts';
import { type KernelNode, startContainerd } from '../containerd.ts';
import { busyboxImage } from './busybox-image.ts';
import { runLive, type SeenPod } from './run-live.ts';

let node: KernelNode;

beforeAll(async () => {
  node = await startContainerd([busyboxImage]);
});

afterAll(() => node?.stop());

/** A container of busybox that runs a line of shell. What it writes to either stream keeps its order. */
const shell = (name: string, line: string, more: Container = {}): Container => ({
  name,
  image: 'busybox:1.37',
  command: ['sh', '-c', `exec 2>&1; ${line}`],
  ...more,
});

const forever = "trap 'exit 0' TERM; while true; do sleep 1 & wait $!; done";

const pod = (spec: PodSpec): string =>
  JSON.stringify({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web', labels: { app: 'web' } }, spec });

/** What a Pod printed and how its containers ended, without times. */
const plain = ({ phase, containers }: SeenPod) => ({
  phase,
  ...Object.fromEntries(
    Object.entries(containers).map(([name, { lines, exitCodes }]) => [
      name,
      { lines: lines.map(({ text }) => text), exitCodes },
    ]),
  ),
});

/** That a container has printed some lines. */
const printed =
  (name: string, count = 1) =>
  ({ containers }: SeenPod): boolean =>
    (containers[name]?.lines.length ?? 0) >= count;

describe('the life of a Pod', () => {
  test.concurrent('init containers run one after the other, then the app; the end of all of them is the end', async () => {
    const spec: PodSpec = {
      restartPolicy: 'Never',
      volumes: [{ name: 'v', emptyDir: {} }],
      initContainers: ['one', 'two'].map((name) =>
        shell(name, `echo ${name} >> /v/order`, { volumeMounts: [{ name: 'v', mountPath: '/v' }] }),
      ),
      containers: [shell('app', 'cat /v/order; exit 3', { volumeMounts: [{ name: 'v', mountPath: '/v' }] })],
    };
    expect(plain(await runLive(node, pod(spec)))).toStrictEqual({
      phase: 'Failed',
      one: { lines: [], exitCodes: [0] },
      two: { lines: [], exitCodes: [0] },
      app: { lines: ['one', 'two'], exitCodes: [3] },
    });
  });

  test.concurrent('an init container that fails is the end where nothing is restarted', async () => {
    const spec: PodSpec = {
      restartPolicy: 'Never',
      initContainers: [shell('setup', 'exit 1')],
      containers: [shell('app', 'true')],
    };
    expect(plain(await runLive(node, pod(spec)))).toStrictEqual({
      phase: 'Failed',
      setup: { lines: [], exitCodes: [1] },
    });
  });

  test.concurrent('OnFailure restarts what fails, in the same sandbox and with the same volumes', async () => {
    const line = 'echo again >> /v/count; cat /v/count | wc -l; test $(cat /v/count | wc -l) = 3';
    const mounted = { volumeMounts: [{ name: 'v', mountPath: '/v' }] };
    const spec: PodSpec = {
      restartPolicy: 'OnFailure',
      volumes: [{ name: 'v', emptyDir: {} }],
      containers: [shell('app', line, mounted)],
    };
    expect(plain(await runLive(node, pod(spec)))).toStrictEqual({
      phase: 'Succeeded',
      app: { lines: ['1', '2', '3'], exitCodes: [1, 1, 0] },
    });
  });

  test.concurrent('Always restarts also what succeeds', async () => {
    const seen = await runLive(node, pod({ containers: [shell('app', 'echo up')] }), {
      until: printed('app', 2),
    });
    expect(seen.phase).toBe('Running');
    expect(seen.containers['app']?.exitCodes.slice(0, 1)).toStrictEqual([0]);
  });

  test.concurrent('a sidecar that fails its startupProbe is restarted, and nothing starts before it succeeds', async () => {
    const startupProbe = {
      exec: { command: ['test', '-e', '/v/ready'] },
      periodSeconds: 1,
      failureThreshold: 2,
    };
    const line = `if mkdir /v/first; then echo slow; else touch /v/ready; echo fast; fi; ${forever}`;
    const mounted = { volumeMounts: [{ name: 'v', mountPath: '/v' }] };
    const spec: PodSpec = {
      restartPolicy: 'Never',
      volumes: [{ name: 'v', emptyDir: {} }],
      initContainers: [shell('sidecar', line, { ...mounted, restartPolicy: 'Always', startupProbe })],
      containers: [shell('app', 'ls /v', mounted)],
    };
    expect(plain(await runLive(node, pod(spec)))).toStrictEqual({
      phase: 'Succeeded',
      sidecar: {
        lines: ['slow', "mkdir: can't create directory '/v/first': File exists", 'fast'],
        exitCodes: [0, 0],
      },
      app: { lines: ['first', 'ready'], exitCodes: [0] },
    });
  });

  test.concurrent('containers are asked to end, sidecars last; one that does not listen is killed', async () => {
    const bye = (name: string) =>
      `trap 'echo bye ${name} >> /v/log; exit 0' TERM; while true; do sleep 1 & wait $!; done`;
    const mounted = { volumeMounts: [{ name: 'v', mountPath: '/v' }] };
    const last = "trap 'sleep 1; cat /v/log; exit 0' TERM; while true; do sleep 1 & wait $!; done";
    const spec: PodSpec = {
      volumes: [{ name: 'v', emptyDir: {} }],
      initContainers: [shell('last', last, { ...mounted, restartPolicy: 'Always' })],
      containers: [
        shell('polite', bye('polite'), {
          ...mounted,
          lifecycle: {
            postStart: { exec: { command: ['sh', '-c', 'echo postStart >> /v/log'] } },
            preStop: { exec: { command: ['sh', '-c', 'echo preStop >> /v/log'] } },
          },
        }),
        shell('deaf', 'echo up; sleep 60'),
      ],
    };
    expect(plain(await runLive(node, pod(spec), { until: printed('deaf') }))).toStrictEqual({
      phase: 'Running',
      last: { lines: ['postStart', 'preStop', 'bye polite'], exitCodes: [0] },
      polite: { lines: [], exitCodes: [0] },
      deaf: { lines: ['up'], exitCodes: [137] },
    });
  });

  test.concurrent('time is up', async () => {
    const begin = Date.now();
    const seen = await runLive(node, pod({ containers: [shell('app', forever)] }), { seconds: 1 });
    expect(plain(seen)).toStrictEqual({ phase: 'Running', app: { lines: [], exitCodes: [0] } });
    expect(Date.now() - begin).toBeLessThan(30_000);
  });
});

describe('what a container is given', () => {
  const seenOf = async (
    line: string,
    more: Container = {},
    spec: PodSpec = {},
    others: readonly object[] = [],
  ) => {
    const own = pod({ restartPolicy: 'Never', ...spec, containers: [shell('app', line, more)] });
    const manifest = [...others.map((object) => JSON.stringify(object)), own].join('\n---\n');
    return (await runLive(node, manifest)).containers['app']?.lines.map(({ text }) => text);
  };

  test.concurrent('environment, arguments and folder', async () => {
    const env = [
      { name: 'POD', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
      { name: 'IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } },
    ];
    const args = ['first', '$(POD)'];
    const line = 'echo $POD $0 $1; pwd; test $(hostname -i) = $IP && echo same address; hostname';
    expect(await seenOf(line, { env, args, workingDir: '/tmp' })).toStrictEqual([
      'web first web',
      '/tmp',
      'same address',
      'web',
    ]);
  });

  test.concurrent('user, group, fsGroup, and a root that cannot be written', async () => {
    const line = 'id -u; id -g; touch /x; touch /v/x && stat -c %g /v/x; grep CapEff /proc/self/status';
    expect(
      await seenOf(
        line,
        {
          volumeMounts: [{ name: 'v', mountPath: '/v' }],
          securityContext: {
            readOnlyRootFilesystem: true,
            runAsNonRoot: true,
            capabilities: { drop: ['ALL'] },
          },
        },
        {
          securityContext: { runAsUser: 1000, runAsGroup: 2000, fsGroup: 3000 },
          volumes: [{ name: 'v', emptyDir: {} }],
        },
      ),
    ).toStrictEqual([
      '1000',
      '2000',
      'touch: /x: Read-only file system',
      '3000',
      'CapEff:\t0000000000000000',
    ]);
  });

  test.concurrent('files of a ConfigMap, behind links, and a file system in memory of the size that was asked for', async () => {
    const volumeMounts = [
      { name: 'c', mountPath: '/c' },
      { name: 'c', mountPath: '/one', subPath: 'one' },
      { name: 'm', mountPath: '/m' },
    ];
    const volumes = [
      { name: 'c', configMap: { name: 'settings' } },
      { name: 'm', emptyDir: { medium: 'Memory', sizeLimit: '2Mi' } },
    ];
    const settings = { kind: 'ConfigMap', metadata: { name: 'settings' }, data: { one: '1\n', two: '2\n' } };
    const line =
      'cat /c/* /one; readlink /c/one; (echo x > /c/one); df -k /m | tail -n 1 | tr -s " " | cut -d " " -f 1,2';
    expect(await seenOf(line, { volumeMounts }, { volumes }, [settings])).toStrictEqual([
      '1',
      '2',
      '1',
      '..data/one',
      "sh: can't create /c/one: Read-only file system",
      'tmpfs 2048',
    ]);
  });

  test.concurrent('the command of the image where the manifest has none', async () => {
    const seen = await runLive(
      node,
      pod({ restartPolicy: 'Never', containers: [{ name: 'app', image: 'busybox' }] }),
    );
    expect(plain(seen)).toStrictEqual({ phase: 'Succeeded', app: { lines: [], exitCodes: [0] } });
  });
});

test('a debugger sees the processes of its target, and programs can be run in any container', async () => {
  const debuggers = [
    { name: 'debugger', image: 'busybox:1.37', command: ['sh'], stdin: true, targetContainerName: 'app' },
  ];
  const commands: unknown[] = [];
  const seen = await runLive(node, pod({ containers: [shell('app', forever), shell('other', forever)] }), {
    debuggers,
    until: ({ containers }) => containers['debugger'] !== undefined,
    visit: async (exec) => {
      for (const name of ['app', 'debugger', 'other'])
        commands.push(await exec(name, 'readlink', '/proc/1/ns/pid'));
      commands.push(await exec('app', 'sh', '-c', 'echo wrong >&2; exit 4'));
    },
  });
  const [app, attached, other, failing] = commands;
  expect(attached).toStrictEqual(app);
  expect(other).not.toStrictEqual(app);
  expect(failing).toStrictEqual({ stdout: '', stderr: 'wrong\n', exitCode: 4 });
  expect(Object.keys(seen.containers)).toStrictEqual(['app', 'other', 'debugger']);
});

const app = shell('app', 'true');

test.each([
  ['no Pod', JSON.stringify({ kind: 'Service' }), 'one Pod'],
  ['two Pods', [pod({ containers: [app] }), pod({ containers: [app] })].join('\n---\n'), 'one Pod'],
  ['an image that nobody made', pod({ containers: [{ ...app, image: 'podshare.test/none' }] }), 'not found'],
  ['root, which is refused', pod({ securityContext: { runAsNonRoot: true }, containers: [app] }), 'as root'],
  [
    'a ConfigMap that is not there',
    pod({ volumes: [{ name: 'v', configMap: { name: 'none' } }], containers: [app] }),
    'no ConfigMap none',
  ],
  [
    'a probe over the network',
    pod({ initContainers: [{ ...app, restartPolicy: 'Always', startupProbe: { tcpSocket: { port: 1 } } }] }),
    'with exec',
  ],
])('%s is an error', async (_, manifest, message) => {
  await expect(runLive(node, manifest)).rejects.toThrow(message);
});

test('nothing is left on the node', async () => {
  await expect(node.cri.call('ListPodSandbox', {})).resolves.toStrictEqual({ items: [] });
});
