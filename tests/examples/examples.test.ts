import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import * as fc from 'fast-check';
import { analyze } from '../../src/api/analyze.ts';
import { buildExample, printExample } from '../../src/api/examples.ts';
import type { CommentedManifest } from '../../src/core/examples/example.ts';
import { examples } from '../../src/core/examples/index.ts';
import { buildPod } from '../../src/core/pod.ts';
import { podSecurityLevel } from '../../src/core/security/pod-security/index.ts';
import { readManifest } from '../../src/manifest/read-manifest.ts';
import { defaultOptions } from '../../src/model/options.ts';
import { sharingKinds } from '../../src/model/vocabulary.ts';
import { listObjections, readObjects } from '../manifest/reading.ts';
import { expectGolden } from '../support/golden.ts';
import { isShared, sharedByDefault } from './sharing.ts';
import { otherValues } from './values.ts';

test('what ends can be a Job as well as what lasts', () => {
  const kinds = ['Pod', 'Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob'];
  const every = examples.filter((example) =>
    kinds.every((kind) => example.kinds.some((one) => one === kind)),
  );
  expect(every.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['editable-config', 'hostname', 'log-sharing-sidecar', 'startup-order']),
  );
});

describe('the catalogue', () => {
  test('has every file of its folder, and each is called like its id', () => {
    const files = readdirSync('src/core/examples', { withFileTypes: true })
      .filter((entry) => entry.isFile() && !['index.ts', 'example.ts'].includes(entry.name))
      .map(({ name }) => name.replace(/\.ts$/, ''));
    expect(examples.map(({ id }) => id).sort()).toEqual(files.sort());
  });

  test('begins with the tutorial, and no id or title stands twice', () => {
    expect(examples[0]?.id).toBe('log-sharing');
    const words = examples.flatMap(({ id, title }) => [id, title]);
    expect([...new Set(words)]).toEqual(words);
  });
});

/** Every example as every kind it takes, with its defaults and with everything changed. */
const variants = examples.flatMap((example) =>
  example.kinds.flatMap((kind) => {
    const given = example.kinds.length > 1 ? { kind } : {};
    return (
      [
        ['its defaults', given],
        ['other values', { ...otherValues(example), ...given }],
      ] as const
    ).map(([which, values]) => ({ id: example.id, kind, which, values }));
  }),
);

function build(id: string, values: Readonly<Record<string, string>>) {
  const built = buildExample(id, values);
  if (!built.ok) throw new Error(built.problems.map(({ detail }) => detail).join(' '));
  return built.value;
}

function report(built: CommentedManifest) {
  const result = analyze(printExample(built), defaultOptions);
  const [pod, ...more] = result.ok ? result.answer.pods : [];
  if (!pod || more.length > 0) throw new Error('An example has one Pod');
  return pod;
}

describe.each(variants)('$id as $kind with $which', ({ id, kind, values }) => {
  const built = build(id, values);
  const { example } = built;
  /** What the example is about is true of the Pod at the end of the lesson. */
  const last = example.afterwards?.(built.values) ?? built;

  test('is read back as it is', () => {
    const text = printExample(built);
    expect(readObjects(text)).toEqual([...(built.needs ?? []), built.manifest]);
    expect(listObjections(text)).toEqual([]);
    expect(built.manifest['kind']).toBe(kind);
  });

  test('shares what it says', () => {
    const pod = report(last);
    const shared = sharingKinds.filter(
      (word) => isShared[word](pod) && (example.shares.includes(word) || !sharedByDefault.has(word)),
    );
    expect(shared).toEqual(sharingKinds.filter((word) => example.shares.includes(word)));
  });

  test('has nothing wrong with it but what it explains', () => {
    const found = report(built).findings.filter(({ severity }) => severity !== 'info');
    expect([...new Set(found.map(({ check }) => check))].sort()).toEqual(explained[id] ?? []);
  });

  test('passes the Pod Security level it claims, and no stricter one', () => {
    const [manifest] = readManifest(printExample(built)).documents.at(-1)?.pods ?? [];
    expect(manifest && podSecurityLevel(buildPod(manifest, defaultOptions)).level).toBe(example.level);
  });

  test('ends if its kind needs that', () => {
    const [pod] = readManifest(printExample(built)).documents.at(-1)?.pods ?? [];
    const endless = (pod?.spec.containers ?? []).filter(({ command }) =>
      /while true|infinity/.test(`${command}`),
    );
    if (kind === 'Job' || kind === 'CronJob') expect(endless.map(({ name }) => name)).toEqual([]);
    expect(example.show(built.values)[0]?.startsWith('kubectl create job ')).toBe(kind === 'CronJob');
  });

  test('sets nothing that its controller sets', () => {
    expect(report(built).findings.filter(({ check }) => check === 'template-hostname')).toEqual([]);
  });

  test('every command names a container it has', () => {
    const names = report(last).containers.map(({ name }) => name);
    const commands = example.show(built.values);
    for (const command of commands) expect(command).toMatch(/^kubectl /);
    const asked = commands.flatMap((command) => / -c ([a-z-]+)/.exec(command)?.[1] ?? []);
    expect(asked.filter((name) => !names.includes(name))).toEqual([]);
    expect(commands.join('\n')).toMatch(/ (logs|debug) /);
  });
});

/** Warnings an example cannot do without; its lesson says why. */
const explained: Readonly<Record<string, readonly string[]>> = {
  'node-agent': ['host-network', 'host-pid'],
};

function containersOf(built: CommentedManifest) {
  const [pod] = readManifest(printExample(built)).documents.at(-1)?.pods ?? [];
  return [...(pod?.spec.initContainers ?? []), ...(pod?.spec.containers ?? [])];
}

test.each(examples)('the scripts of $id are scripts, and the kubelet leaves them as they are', (example) => {
  for (const values of [{}, otherValues(example)]) {
    for (const { command = [] } of containersOf(build(example.id, values))) {
      // The kubelet makes one dollar of two, and puts in variables of the container, of which there are none.
      expect(command.join(' ')).not.toContain('$$');
      if (command[0] !== '/bin/sh') continue;
      execFileSync('/bin/sh', ['-n'], { input: command[2], stdio: ['pipe', 'ignore', 'inherit'] });
    }
  }
});

test('no manifest lies here that no example is', () => {
  const files = readdirSync('tests/examples').filter((name) => name.endsWith('.yaml'));
  expect(files.sort()).toEqual(examples.map(({ id }) => `${id}.yaml`).sort());
});

test.each(examples)('$id looks as it did', (example) => {
  expectGolden(`tests/examples/${example.id}.yaml`, printExample(build(example.id, {})));
});

describe('parameters', () => {
  const all = examples.flatMap((example) =>
    example.parameters.map((parameter) => ({
      ...parameter,
      id: example.id,
      other: otherValues(example)[parameter.name],
    })),
  );

  test.each(all)(
    '$id: $name takes its default and another value',
    ({ default: value, name, pattern, other }) => {
      expect(value).toMatch(pattern);
      if (name !== 'kind') expect(other).toMatch(pattern);
      expect(other).not.toBe(value);
    },
  );

  test('none is called like an option of the API', () => {
    const options = ['format', 'm', 'kubernetesVersion', 'runtime', 'cgroup', 'detail', 'ignore'];
    expect(all.filter(({ name }) => options.includes(name))).toEqual([]);
  });

  test.each(all)('$id: $name refuses what a shell, YAML or a path would take apart', ({ pattern }) => {
    const hostile = [
      'a"b',
      "a'b",
      'a`b`',
      'a\nb',
      'a\n',
      '/a\n',
      '$(reboot)',
      '/$(reboot)',
      'a$b',
      'a b',
      'a;b',
      'a|b',
      'a&b',
      'a>b',
      'a#b',
      'a\\b',
      '..',
      '/..',
      '/a/../b',
      'a..b',
      '/a..',
      '- a',
      '{a}',
      '*a',
      '&a',
      '!a',
      'é',
      '\u2028',
      '-a',
      'x'.repeat(20_000),
      '/a'.repeat(20_000),
    ];
    expect(hostile.filter((value) => pattern.test(value))).toEqual([]);
  });

  test('what they take has none of these characters, whatever it is', () => {
    const patterns = [...new Map(all.map(({ pattern }) => [pattern.source, pattern])).values()];
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary-ascii' }),
        fc.constantFrom(...'"\'`$;|&<>#\\ \t\n\r\0*!?[]{}()~%^='),
        fc.string({ unit: 'binary-ascii' }),
        (before, character, after) => {
          for (const pattern of patterns) expect(pattern.test(before + character + after)).toBe(false);
        },
      ),
      { seed: 20_261_126, numRuns: 2_000 },
    );
  });
});

describe('values that do not do', () => {
  const refused = (id: string, values: Readonly<Record<string, string>>) => {
    const built = buildExample(id, values);
    return built.ok ? [] : built.problems.map(({ detail }) => detail);
  };
  const withPath = examples.filter(({ parameters }) => parameters.some(({ name }) => name === 'path'));

  test.each(withPath)('$id: no volume hides what a container needs to start', ({ id }) => {
    for (const path of [
      '/bin',
      '/bin/sh',
      '/lib',
      '/usr/lib/x',
      '/proc',
      '/etc',
      '/etc/passwd',
      '/etc/hosts',
      '/dev/shm',
      '/sys',
    ])
      expect([path, refused(id, { path })]).toEqual([
        path,
        [expect.stringMatching(/^`path` does not do\. [A-Z/].+\.$/)],
      ]);
  });

  test.each([
    ['127.0.0.1', '9090', true],
    ['localhost', '9090', true],
    ['0.0.0.0', '9090', true],
    ['127.0.0.1', '9091', false],
    ['127.0.0.2', '9090', false],
    ['db.team.svc', '9090', false],
  ])('an ambassador on port 9090 for %s:%s is one for itself: %s', (host, port, isItself) => {
    const values = { port: '9090', 'upstream.host': host, 'upstream.port': port };
    expect(refused('ambassador', values)).toEqual(
      isItself
        ? [expect.stringMatching(/^`upstream\.host` and `upstream\.port` lead to the ambassador itself/)]
        : [],
    );
  });

  test('a socket has a path that fits', () => {
    expect(refused('unix-socket', { path: `/${'a'.repeat(64)}/${'b'.repeat(32)}` })).toEqual([]);
    expect(refused('unix-socket', { path: `/${'a'.repeat(64)}/${'b'.repeat(33)}` })).toEqual([
      'With the name of the socket `path` has more than 107 characters. Choose a shorter one.',
    ]);
  });

  test('rules are words that end a sentence', () => {
    const rules = examples.flatMap(({ parameters }) => parameters.map(({ rule }) => rule));
    for (const rule of rules) expect(rule).toMatch(/^(?:an? |one of |empty, or )[^^$\\{}|]+[^.]$/);
  });
});

test.each([
  ['localhost', { port: '80' }, '80'],
  ['startup-order', { port: '443' }, '443'],
  ['ambassador', { 'upstream.port': '81' }, '81'],
  ['ambassador', { 'upstream.port': '81', 'upstream.host': 'db' }, undefined],
  ['localhost', { port: '1024' }, undefined],
])('%s with %j lets its user listen there', (id, values, first) => {
  const [pod] = readManifest(printExample(build(id, values))).documents[0]?.pods ?? [];
  expect(pod?.spec.securityContext?.sysctls).toEqual(
    first && [{ name: 'net.ipv4.ip_unprivileged_port_start', value: first }],
  );
});
