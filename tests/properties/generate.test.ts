import fc from 'fast-check';
import { generate } from '../../src/api/generate.ts';
import { readGenerateRequest } from '../../src/api/generate-request.ts';
import type { Generated, Intent, Wish } from '../../src/model/generate.ts';
import { GeneratedSchema, GenerateRequestSchema } from '../../src/model/generate.ts';
import { defaultOptions } from '../../src/model/options.ts';
import type { Pair, PodReport } from '../../src/model/report.ts';
import { podSecurityLevels } from '../../src/model/vocabulary.ts';
import { anyIntent, possibleIntent } from '../support/any-intent.ts';
import { valueAt } from '../support/value-at.ts';

const seed = 20_261_126;

function generated(intent: Intent): Generated {
  const result = generate({ intent }, defaultOptions);
  if (!result.ok) throw new Error(JSON.stringify({ intent, problems: result.problems }));
  return result.answer;
}

/*
 * What an intent must come to, worked out from its words alone: nothing of src/core is used. Compared with the whole report, so
 * that nothing more is shared either.
 */

type Kind<K extends string> = Extract<Wish, Readonly<Record<K, unknown>>>;

const list = (intent: Intent, which: 'share' | 'keepApart'): readonly Wish[] => intent[which] ?? [];
const wishesOf = <K extends string>(wishes: readonly Wish[], key: K): Kind<K>[] =>
  wishes.filter((wish): wish is Kind<K> => typeof wish === 'object' && key in wish);
const asks = (intent: Intent, kind: string): boolean =>
  list(intent, 'share').some((wish) => wish === kind || (typeof wish === 'object' && kind in wish));

/** Names in start order with whether the container ends by itself. */
const started = ({ containers }: Intent) => {
  const roles = containers.map(({ name, role = 'app' }) => ({ name, role }));
  return [...roles.filter(({ role }) => role !== 'app'), ...roles.filter(({ role }) => role === 'app')];
};

type Tree = { type: string; path: string; writers: string[]; members: string[] };

const treesOf = (intent: Intent): Tree[] => {
  const order = started(intent).map(({ name }) => name);
  const sort = (names: readonly string[]) => order.filter((name) => names.includes(name));
  const files = wishesOf(list(intent, 'share'), 'files').map((wish) => ({
    type: wish.configMap === undefined ? (wish.secret === undefined ? 'emptyDir' : 'secret') : 'configMap',
    path: wish.files,
    writers: sort(wish.writers ?? []),
    members: sort([...(wish.writers ?? []), ...(wish.readers ?? [])]),
  }));
  const memories = memoryGroups(intent).own.map((members) => ({
    type: 'emptyDir',
    path: '/dev/shm',
    writers: sort(members),
    members: sort(members),
  }));
  return [...files, ...memories];
};

/** Who has a file system of its own at /dev/shm, and who keeps that of the Pod. */
function memoryGroups(intent: Intent): { own: string[][]; common: string[] } {
  const order = started(intent).map(({ name }) => name);
  const own = wishesOf(list(intent, 'share'), 'shared-memory').map(({ among = order }) => [...among]);
  for (const wish of list(intent, 'keepApart')) {
    const isMemory = wish === 'shared-memory' || (typeof wish === 'object' && 'shared-memory' in wish);
    if (!isMemory) continue;
    const among = typeof wish === 'object' ? (wish.among ?? order) : order;
    const still = among.filter((name) => !own.flat().includes(name));
    for (const name of still.slice(1)) own.push([name]);
  }
  return { own, common: order.filter((name) => !own.flat().includes(name)) };
}

function expectedPairs(intent: Intent) {
  const order = started(intent);
  const memory = memoryGroups(intent);
  const groups = [...memory.own, memory.common];
  const trees = treesOf(intent);
  const node = (kind: string) => (asks(intent, kind) ? 'shared-with-node' : 'shared');
  return order.flatMap((a, i) =>
    order.slice(i + 1).map((b) => {
      const together = a.role !== 'init';
      const both = trees.filter(({ members }) => members.includes(a.name) && members.includes(b.name));
      const writes = (name: string) => both.some(({ writers }) => writers.includes(name));
      return {
        pair: `${a.name} ${b.name}`,
        lifetime: together ? 'concurrent' : 'a-before-b',
        namespaces: {
          network: node('host-network'),
          ipc: node('host-ipc'),
          uts: node('host-network'),
          pid: asks(intent, 'host-pid') || asks(intent, 'pid') ? node('host-pid') : 'separate',
          mount: 'separate',
          user: asks(intent, 'user') ? 'shared' : 'shared-with-node',
          cgroup: 'separate',
          time: 'shared-with-node',
        },
        localhost: together,
        memory: groups.some((group) => group.includes(a.name) && group.includes(b.name)),
        passes: [writes(a.name), together && writes(b.name)],
      };
    }),
  );
}

function reportedPairs({ pairs = [] }: PodReport) {
  const of = ({ channels }: Pair, kind: string) =>
    channels.filter((channel) => channel.kind === kind && channel.verdict !== 'no');
  return pairs.map((pair) => ({
    pair: `${pair.a} ${pair.b}`,
    lifetime: pair.lifetime,
    namespaces: pair.namespaces,
    localhost: of(pair, 'localhost').length > 0,
    memory: of(pair, 'shared-memory').length > 0,
    passes: (['a-to-b', 'b-to-a'] as const).map((way) =>
      of(pair, 'shared-files').some(({ direction }) => direction === way || direction === 'both'),
    ),
  }));
}

const expectedVolumes = (intent: Intent) =>
  treesOf(intent)
    .map(({ type, path, writers, members }) => ({
      type,
      mounts: members.map((name) => `${name} ${path} ${writers.includes(name) ? 'read-write' : 'read-only'}`),
      trees: members.length > 1 ? [{ containers: members, writers, subPath: '' }] : [],
    }))
    .map((volume) => JSON.stringify(volume))
    .sort();

const reportedVolumes = ({ volumes }: PodReport) =>
  volumes
    .map(({ type, mounts, overlaps }) => ({
      type,
      mounts: mounts.map(({ container, path, access }) => `${container} ${path} ${access}`),
      trees: overlaps.map(({ containers, writers, subPath }) => ({ containers, writers, subPath })),
    }))
    .map((volume) => JSON.stringify(volume))
    .sort();

function expectedPorts(intent: Intent) {
  const servers = new Map<number, string>();
  for (const { port, server } of wishesOf(list(intent, 'share'), 'port')) servers.set(port, server);
  return [...servers]
    .sort(([a], [b]) => a - b)
    .map(([port, server]) => ({ port, protocol: 'TCP', containers: [server], conflict: false }));
}

const sortGroups = (groups: readonly (readonly string[])[]) =>
  groups.filter(({ length }) => length > 0).map((group) => [...group].sort().join());

const memoryOf = ({ runtimeMounts }: PodReport) =>
  sortGroups((runtimeMounts[0]?.instances ?? []).map(({ containers }) => containers)).sort();

/** Warnings that follow from what was wished for. */
function justified(intent: Intent): string[] {
  const hasSecret = wishesOf(list(intent, 'share'), 'files').some(({ secret }) => secret !== undefined);
  const seesOthers = asks(intent, 'pid') || asks(intent, 'host-pid');
  return [
    ...['host-network', 'host-ipc', 'host-pid'].filter((kind) => asks(intent, kind)),
    ...(hasSecret && seesOthers ? ['shared-pid-with-secrets'] : []),
  ];
}

function levelOf({ findings }: PodReport): number {
  const said = findings.find(({ check }) => check === 'pod-security-level')?.message ?? '';
  return podSecurityLevels.findIndex((level) => said.includes(`passes Pod Security level ${level} `));
}

test('1,000 intents that can be done have exactly the sharing that is wished for', () => {
  fc.assert(
    fc.property(possibleIntent, (intent) => {
      const { analysis, proof } = generated(intent);
      const [report] = analysis.pods;
      if (report === undefined) throw new Error('No Pod');
      const memory = memoryGroups(intent);
      expect({
        pairs: reportedPairs(report),
        volumes: reportedVolumes(report),
        ports: report.ports,
        memory: memoryOf(report),
        proof: proof.map(({ holds }) => holds),
        errors: report.findings.filter(({ severity }) => severity === 'error'),
        waived: report.findings.filter(({ waived }) => waived !== undefined),
      }).toEqual({
        pairs: expectedPairs(intent),
        volumes: expectedVolumes(intent),
        ports: expectedPorts(intent),
        memory: sortGroups([...memory.own, memory.common]).sort(),
        proof: [...list(intent, 'share'), ...list(intent, 'keepApart')].map(() => true),
        errors: [],
        waived: [],
      });
      const warnings = report.findings.filter(({ severity }) => severity === 'warning');
      const unjustified = warnings.filter(({ check }) => !justified(intent).includes(check));
      expect(unjustified.map(({ message }) => message)).toEqual([]);
      expect(levelOf(report)).toBeGreaterThanOrEqual(
        podSecurityLevels.indexOf(intent.profile ?? 'privileged'),
      );
    }),
    { numRuns: 1_000, seed },
  );
});

test('every intent is answered or refused with pointers to what is there, and never throws', () => {
  const ends = { answered: 0, refused: 0 };
  fc.assert(
    fc.property(anyIntent, (intent) => {
      const read = readGenerateRequest({ intent });
      if (!read.ok) throw new Error(JSON.stringify(read.problems));
      const result = generate(read.value, defaultOptions);
      if (result.ok) {
        ends.answered += 1;
        expect(result.answer.proof.every(({ holds }) => holds)).toBe(true);
        return;
      }
      ends.refused += 1;
      for (const { code, detail, pointer = '' } of result.problems) {
        expect(['INVALID_INTENT', 'IMPOSSIBLE_WISH']).toContain(code);
        expect({ pointer, found: valueAt({ intent }, pointer) !== undefined }).toEqual({
          pointer,
          found: true,
        });
        for (const { name } of intent.containers.filter(({ name: one }) => one.length > 10))
          expect(detail).not.toContain(name);
      }
    }),
    { numRuns: 1_000, seed },
  );
  expect(ends.answered).toBeGreaterThan(50);
  expect(ends.refused).toBeGreaterThan(300);
});

test('the same intent gives the same bytes, whatever the order of its members', () => {
  fc.assert(
    fc.property(possibleIntent, (intent) => {
      const reversed: Intent = Object.fromEntries(Object.entries(intent).reverse()) as Intent;
      expect(JSON.stringify(generated(reversed))).toBe(JSON.stringify(generated(intent)));
    }),
    { numRuns: 100, seed },
  );
});

test('intents and answers fit their schemas', () => {
  fc.assert(
    fc.property(possibleIntent, (intent) => {
      expect(GenerateRequestSchema.safeParse({ intent }).error).toBeUndefined();
      expect(GeneratedSchema.safeParse(generated(intent)).error).toBeUndefined();
    }),
    { numRuns: 100, seed },
  );
});
