import fc from 'fast-check';

import type { Intent, IntentContainer, Wish } from '../../src/model/generate.ts';
import {
  kubernetesVersions,
  nodeNamespaces,
  podSecurityLevels,
  sharedNamespaces,
  workloadKinds,
} from '../../src/model/vocabulary.ts';

/** Names a YAML reader could take for something else among them, and long ones. */
const names = ['app', 'agent', 'setup', 'yes', '0644', '1e3', 'null', 'x'.repeat(63)];
const most = 5;

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

/** Leaves absent members out, as JSON does: of T only optional members may be undefined. */
const some = <T>(value: object): T =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T;

/** Containers of every role, at least one of them an app. */
export const anyContainers: fc.Arbitrary<IntentContainer[]> = fc
  .record({
    chosen: fc.shuffledSubarray(names, { minLength: 1, maxLength: most }),
    roles: fc.array(fc.constantFrom(undefined, 'app', 'app', 'sidecar', 'init'), {
      minLength: most,
      maxLength: most,
    }),
    images: fc.array(fc.constantFrom(undefined, undefined, 'nginx:1.29', 'r.example/a/b@sha256:0f'), {
      minLength: most,
      maxLength: most,
    }),
    at: fc.nat(most - 1),
  })
  .map(({ chosen, roles, images, at }) =>
    chosen.map((name, i) =>
      some<IntentContainer>({
        name,
        role: i === at % chosen.length ? undefined : roles[i],
        image: images[i],
      }),
    ),
  );

const head = {
  name: fc.constantFrom('web', 'on', '0x1f'),
  kind: maybe(fc.constantFrom(...workloadKinds)),
  namespace: maybe(fc.constantFrom('shop', 'no')),
  kubernetesVersion: maybe(fc.constantFrom(...kubernetesVersions)),
  profile: maybe(fc.constantFrom(...podSecurityLevels)),
};

const wishAmong = (containers: readonly IntentContainer[]): fc.Arbitrary<Wish> => {
  const all = [...containers.map(({ name }) => name), ...(containers.length < 2 ? ['nobody'] : [])];
  const name = fc.constantFrom(...all);
  const several = fc.shuffledSubarray(all, { minLength: 2 });
  const few = fc.shuffledSubarray(all, { minLength: 1, maxLength: 2 });
  const path = fc.constantFrom('/data', '/data/deep', '/data/deep/er', '/on', '/etc', '/dev/shm', '/');
  return fc.oneof(
    fc.constantFrom(...sharedNamespaces, 'shared-memory', ...nodeNamespaces),
    ...sharedNamespaces.map((kind) =>
      // One of the five kinds with its list, which the index signature of a computed key hides.
      several.map((among) => ({ [kind]: among }) as Wish),
    ),
    fc
      .record({
        files: path,
        writers: maybe(few),
        readers: maybe(few),
        configMap: fc.constantFrom(undefined, undefined, undefined, 'settings'),
        secret: fc.constantFrom(undefined, undefined, undefined, 'tls'),
      })
      .map((wish) => some<Wish>(wish)),
    fc
      .record({ 'shared-memory': fc.constantFrom('64Mi', '1Gi'), among: maybe(several) })
      .map((wish) => some<Wish>(wish)),
    fc
      .record({ port: fc.constantFrom(80, 8080), server: name, clients: maybe(few) })
      .map((wish) => some<Wish>(wish)),
  );
};

/** Intents of the right shape, most of which Kubernetes cannot do. */
export const anyIntent: fc.Arbitrary<Intent> = anyContainers.chain((containers) =>
  fc
    .record({
      ...head,
      containers: fc.constant(containers),
      share: maybe(fc.array(wishAmong(containers), { maxLength: 5 })),
      keepApart: maybe(fc.array(wishAmong(containers), { maxLength: 3 })),
    })
    .map((intent) => some<Intent>(intent)),
);

/** Chooses some of a list by the bits of a number. */
const pick = <T>(all: readonly T[], bits: number): T[] => all.filter((_, i) => (bits >> i) & 1);

const bits = fc.nat(2 ** most - 1);

const choices = fc.record({
  ...head,
  node: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(7) }),
  pid: fc.constantFrom('none', 'none', 'word', 'list', 'apart'),
  user: fc.boolean(),
  anyway: fc.nat(7),
  files: fc.array(
    fc.record({
      writers: bits,
      readers: bits,
      from: fc.constantFrom('somebody', 'somebody', 'configMap', 'secret'),
    }),
    { maxLength: 3 },
  ),
  nested: fc.boolean(),
  memory: fc.constantFrom('none', 'word', 'sized', 'groups', 'apart', 'mixed'),
  among: bits,
  ports: fc.array(fc.record({ server: fc.nat(most - 1), clients: bits }), { maxLength: 3 }),
  low: fc.boolean(),
  apartFiles: bits,
  apartNode: fc.nat(7),
});
type Choices = typeof choices extends fc.Arbitrary<infer C> ? C : never;

/** Intents that Kubernetes can do, of every kind of wish: made so that nothing stands in the way. */
export const possibleIntent: fc.Arbitrary<Intent> = fc
  .tuple(anyContainers, choices)
  .map(([containers, chosen]) => possible(containers, chosen));

function possible(containers: readonly IntentContainer[], chosen: Choices): Intent {
  const { name, kind, namespace, kubernetesVersion } = chosen;
  const node = pick(nodeNamespaces, chosen.node);
  const isOld = Number((kubernetesVersion ?? '1.37').slice(2)) < 33;
  const share: Wish[] = [
    ...node,
    ...(chosen.user && !isOld && node.length === 0 ? (['user'] as const) : []),
    ...pidWishes(containers, chosen),
    ...(containers.length > 1 ? pick(['network', 'ipc', 'hostname'] as const, chosen.anyway) : []),
    ...filesWishes(containers, chosen),
    ...memoryWishes(containers, chosen).share,
    ...portWishes(containers, chosen),
  ];
  return some<Intent>({
    name,
    kind,
    namespace,
    kubernetesVersion,
    profile: node.length > 0 ? undefined : chosen.profile,
    containers: [...containers],
    share,
    keepApart: apartWishes(containers, chosen, node),
  });
}

const namesOf = (containers: readonly IntentContainer[]) => containers.map(({ name }) => name);

function pidWishes(containers: readonly IntentContainer[], { pid }: Choices): Wish[] {
  if (containers.length < 2 || (pid !== 'word' && pid !== 'list')) return [];
  return [pid === 'word' ? 'pid' : { pid: namesOf(containers) }];
}

/** Where a container stands among those that start: apps after all others. */
const isOverBefore = (containers: readonly IntentContainer[], first: string, second: string): boolean => {
  const [a, b] = [first, second].map((one) => containers.findIndex(({ name }) => name === one));
  const [roleA, roleB] = [a, b].map((i) => containers[i ?? -1]?.role ?? 'app');
  return roleA === 'init' && (roleB === 'app' || (a ?? 0) < (b ?? 0));
};

const neverMeet = (containers: readonly IntentContainer[], a: string, b: string): boolean =>
  isOverBefore(containers, a, b) || isOverBefore(containers, b, a);

function filesWishes(containers: readonly IntentContainer[], { files, nested }: Choices): Wish[] {
  const all = namesOf(containers);
  const wishes: Extract<Wish, { files: string }>[] = [];
  for (const [i, { writers: w, readers: r, from }] of files.entries()) {
    const path = ['/data', '/srv', '/var/log/nginx'][i] ?? '/more';
    if (from !== 'somebody') {
      const readers = pick(all, r);
      if (readers.length > 0) wishes.push({ files: path, readers, [from]: 'settings' });
      continue;
    }
    const writers = pick(all, w);
    const readers = pick(all, r).filter(
      (name) => !writers.includes(name) && !writers.some((writer) => isOverBefore(containers, name, writer)),
    );
    if (writers.length === 0 || writers.length + readers.length < 2) continue;
    // Below the first path only where nobody who has both just reads what another writes.
    const outer = wishes[0];
    const isWritten = outer?.configMap === undefined && outer?.secret === undefined;
    const isRead = outer?.readers?.some((name) => [...writers, ...readers].includes(name)) ?? false;
    const isInside = nested && i > 0 && !(isWritten && isRead);
    wishes.push({
      files: isInside ? `/data/deep${i}` : path,
      writers,
      ...(readers.length > 0 && { readers }),
    });
  }
  return wishes;
}

function memoryWishes(
  containers: readonly IntentContainer[],
  { memory, among }: Choices,
): { share: Wish[]; keepApart: Wish[] } {
  const all = namesOf(containers);
  if (all.length < 2 || memory === 'none') return { share: [], keepApart: [] };
  if (memory === 'word') return { share: ['shared-memory'], keepApart: [] };
  if (memory === 'sized') return { share: [{ 'shared-memory': '128Mi' }], keepApart: [] };
  const [inside, outside] = [pick(all, among), all.filter((name) => !pick(all, among).includes(name))];
  const groups = [inside, outside]
    .filter(({ length }) => length > 1)
    .map((group, i) => ({ 'shared-memory': `${i + 1}Mi`, among: group }));
  if (memory === 'groups') return { share: groups, keepApart: [] };
  if (memory === 'apart')
    return { share: [], keepApart: ['shared-memory', { 'shared-memory': '2Gi', among: all }] };
  const [a, b] = [inside[0], outside[0]];
  return {
    share: groups.slice(0, 1),
    keepApart: a === undefined || b === undefined ? [] : [{ 'shared-memory': '16Mi', among: [a, b] }],
  };
}

const portWishes = (containers: readonly IntentContainer[], { ports, low }: Choices): Wish[] =>
  ports.map(({ server: s, clients: c }, i) => {
    const all = namesOf(containers);
    const server = all[s % all.length] ?? '';
    const clients = pick(all, c).filter((name) => name !== server && !neverMeet(containers, name, server));
    return { port: (low ? 80 : 8080) + i, server, ...(clients.length > 0 && { clients }) };
  });

function apartWishes(
  containers: readonly IntentContainer[],
  chosen: Choices,
  node: readonly string[],
): Wish[] {
  const all = namesOf(containers);
  const apart = pick(all, chosen.apartFiles);
  const [first, second] = all;
  // Who sees processes reaches files in /proc/PID/root.
  const seesOthers = node.includes('host-pid') || pidWishes(containers, chosen).length > 0;
  return [
    ...pick(nodeNamespaces, chosen.apartNode).filter((kind) => !node.includes(kind)),
    ...(chosen.pid === 'apart' && all.length > 1 && !node.includes('host-pid') ? (['pid'] as const) : []),
    ...(all.length > 1 && !seesOthers
      ? [{ files: '/tmp', ...(apart.length > 0 && { writers: apart }) }]
      : []),
    ...(seesOthers ? [] : memoryWishes(containers, chosen).keepApart),
    ...(first !== undefined && second !== undefined && neverMeet(containers, first, second)
      ? [{ port: 9000, server: first, clients: [second] }]
      : []),
  ];
}
