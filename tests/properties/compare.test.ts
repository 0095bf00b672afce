import fc from 'fast-check';
import { stringify } from 'yaml';
import { analyze } from '../../src/api/analyze.ts';
import { compare } from '../../src/api/compare.ts';
import { type Change, type Comparison, ComparisonSchema, type PodChange } from '../../src/model/compare.ts';
import { defaultOptions, type Options } from '../../src/model/options.ts';
import type { Channel, PodReport } from '../../src/model/report.ts';
import { namespaceKinds } from '../../src/model/vocabulary.ts';
import { anyPod } from '../support/any-pod.ts';
import { valueAt } from '../support/value-at.ts';

const runs = { numRuns: 100, seed: 20_261_126 };

/** Some Pods of one manifest, as objects. */
const anyPods = fc.array(anyPod, { minLength: 1, maxLength: 2 });
const anyOptions = fc
  .constantFrom('full' as const, 'summary' as const)
  .map((detail): Options => ({ ...defaultOptions, detail }));

const json = (pods: readonly object[]) =>
  pods.map((pod) => `---\n${JSON.stringify(pod, null, 2)}\n`).join('');

function comparisonOf(before: string, after: string, options: Options = defaultOptions): Comparison {
  const result = compare({ before, after }, options);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.answer;
}

test('a comparison always fits its schema', () => {
  fc.assert(
    fc.property(anyPods, anyPods, anyOptions, (before, after, options) => {
      const comparison = comparisonOf(json(before), json(after), options);
      expect(ComparisonSchema.safeParse(comparison).error).toBeUndefined();
    }),
    runs,
  );
});

const nothing = {
  containers: { added: [], removed: [] },
  gained: [],
  lost: [],
  changed: [],
  findings: { new: [], gone: [] },
};

test('a manifest compared with itself has no change, whatever its form, its comments and the order of its documents', () => {
  fc.assert(
    fc.property(anyPods, anyOptions, (pods, options) => {
      const text = `# A comment\n\n${pods
        .toReversed()
        .map((pod) => stringify(pod, { aliasDuplicateObjects: false, version: '1.1' }))
        .join('---\n# Another\n')}`;
      const { pods: changes, sharedAcrossPods } = comparisonOf(json(pods), text, options);
      for (const { pod: _, before: __, after: ___, ...change } of changes)
        expect(change).toStrictEqual({ status: 'same', ...nothing });
      expect(sharedAcrossPods).toStrictEqual({ gained: [], lost: [] });
    }),
    runs,
  );
});

/** A change without the reasons, which tell of one direction of time; names in an order of their own. */
const essence = ({ kind, subject, containers, direction, before, after }: Change, exchanged: boolean) =>
  JSON.stringify({
    kind,
    subject,
    containers: direction === 'a-to-b' ? containers : containers.toSorted(),
    direction,
    before: (exchanged ? after : before) ?? null,
    after: (exchanged ? before : after) ?? null,
  });

const statuses = { added: 'removed', removed: 'added', changed: 'changed', same: 'same' } as const;

function mirrorable(change: PodChange, exchanged: boolean) {
  const { gained, lost, changed, containers, findings } = change;
  const list = (changes: readonly Change[]) => changes.map((one) => essence(one, exchanged)).sort();
  const ids = (found: PodChange['findings']['new']) => found.map(({ id }) => id).sort();
  const sides = [list(gained), containers.added.toSorted(), ids(findings.new), change.after];
  const others = [list(lost), containers.removed.toSorted(), ids(findings.gone), change.before];
  return {
    status: exchanged ? statuses[change.status] : change.status,
    gained: exchanged ? others : sides,
    lost: exchanged ? sides : others,
    changed: list(changed.filter(({ kind }) => kind !== 'lifetime')),
  };
}

test('mirror law: with the sides exchanged, gained and lost are exchanged, and before and after', () => {
  fc.assert(
    fc.property(anyPods, anyPods, anyOptions, (before, after, options) => {
      const there = comparisonOf(json(before), json(after), options);
      const back = comparisonOf(json(after), json(before), options);
      const sort = (changes: ReturnType<typeof mirrorable>[]) =>
        changes.map((change) => JSON.stringify(change)).sort();
      expect(sort(back.pods.map((pod) => mirrorable(pod, true)))).toStrictEqual(
        sort(there.pods.map((pod) => mirrorable(pod, false))),
      );
      expect(back.sharedAcrossPods).toStrictEqual({
        gained: there.sharedAcrossPods.lost,
        lost: there.sharedAcrossPods.gained,
      });
    }),
    runs,
  );
});

/** What a report says of its pairs, one cell for each thing: relation of a namespace, verdict of one direction, lifetime. */
type Table = Map<string, string>;

const cell = (kind: string, subject: string | undefined, from: string, to: string) =>
  JSON.stringify([kind, subject ?? null, from, to]);

const tell = ({ verdict, conditions }: Channel) =>
  conditions.length === 0 ? verdict : `${verdict}, if: ${conditions.toSorted().join(' And if: ')}`;

function tableOf(pod: PodReport | undefined): Table {
  const table: Table = new Map();
  for (const { a, b, lifetime, namespaces, channels } of pod?.pairs ?? []) {
    const both = (kind: string, text: string) => {
      table.set(cell(kind, undefined, a, b), text);
      table.set(cell(kind, undefined, b, a), text);
    };
    for (const kind of namespaceKinds)
      if (namespaces[kind].startsWith('shared')) both(kind, namespaces[kind]);
    if (lifetime !== 'concurrent') table.set(cell('lifetime', undefined, a, b), lifetime);
    for (const [from, to, direction] of [
      [a, b, 'a-to-b'],
      [b, a, 'b-to-a'],
    ] as const) {
      const open = channels.filter(
        (channel) => channel.verdict !== 'no' && ['both', direction].includes(channel.direction),
      );
      for (const { kind, volume } of open) {
        const texts = open.filter((one) => one.kind === kind && one.volume === volume).map(tell);
        table.set(cell(kind, volume, from, to), [...new Set(texts)].sort().join('; or '));
      }
    }
  }
  return table;
}

type Reports = Readonly<Record<'before' | 'after', PodReport | undefined>>;

/** Writes the lists of a comparison into the table of the report before. */
function apply(table: Table, { gained, lost, changed, containers }: PodChange, reports: Reports): Table {
  const next = new Map(table);
  const newcomers = [...containers.added, ...containers.removed];
  for (const change of [...lost, ...gained, ...changed]) {
    const isPartial = change.before === undefined || change.after === undefined;
    for (const [from, to] of pairsOf(change, reports))
      if (!isPartial || newcomers.includes(from) || newcomers.includes(to)) write(next, change, from, to);
  }
  return next;
}

const nothingShared = new Set<string | undefined>([
  undefined,
  'no',
  'separate',
  'not-applicable',
  'concurrent',
]);

function write(table: Table, { kind, subject, after = 'no' }: Change, from: string, to: string): void {
  table.delete(cell(kind, subject, from, to));
  if (kind === 'lifetime') table.delete(cell(kind, subject, to, from));
  if (!nothingShared.has(after)) table.set(cell(kind, subject, from, to), after);
}

/**
 * The ordered pairs a change is about; none when it is not about pairs. A container that came or went and shares something
 * with the node shares it with every other that does.
 */
function pairsOf(change: Change, { before, after }: Reports): [string, string][] {
  const { kind, containers, direction } = change;
  const [from = '', to = ''] = containers;
  const node = [
    ...(change.before === undefined ? withNode(after, kind) : []),
    ...(change.after === undefined ? withNode(before, kind) : []),
  ];
  if (containers.every((name) => node.includes(name)) && node.length > 0)
    return containers.flatMap((a) =>
      node.flatMap((b): [string, string][] =>
        a === b
          ? []
          : [
              [a, b],
              [b, a],
            ],
      ),
    );
  if (direction === 'a-to-b' || kind === 'lifetime') return [[from, to]];
  if (direction === undefined && !namespaceKinds.some((namespace) => namespace === kind)) return [];
  return containers.flatMap((a) => containers.flatMap((b): [string, string][] => (a === b ? [] : [[a, b]])));
}

/** Who shares a kind of namespace with the node. */
const withNode = (pod: PodReport | undefined, kind: string): string[] =>
  (pod?.namespaces ?? [])
    .filter((sharing) => sharing.kind === kind)
    .flatMap(({ instances }) => instances)
    .flatMap((instance) => (instance.scope === 'node' ? instance.containers : []));

/** Lifetimes are told only of containers that are on both sides. */
const withoutNewcomers = (table: Table, { containers }: PodChange) =>
  [...table]
    .filter(([key]) => {
      const [kind, , ...pair] = JSON.parse(key);
      const newcomers = [...containers.added, ...containers.removed];
      return kind !== 'lifetime' || !newcomers.some((name) => pair.includes(name));
    })
    .sort();

test('gained, lost and changed are complete: written into the pairs before they give the pairs after', () => {
  fc.assert(
    fc.property(anyPods, anyPods, (before, after) => {
      const [was, is] = [json(before), json(after)].map((text) => analyze(text, defaultOptions));
      if (!was?.ok || !is?.ok) throw new Error('A Pod cannot be read');
      for (const change of comparisonOf(json(before), json(after)).pods) {
        const reports = {
          before: was.answer.pods.find(({ id }) => id === change.before),
          after: is.answer.pods.find(({ id }) => id === change.after),
        };
        expect(withoutNewcomers(apply(tableOf(reports.before), change, reports), change)).toStrictEqual(
          withoutNewcomers(tableOf(reports.after), change),
        );
      }
    }),
    runs,
  );
});

test('a change points at something that is there, and says on which line', () => {
  fc.assert(
    fc.property(anyPods, anyPods, (before, after) => {
      const texts = { before: json(before), after: json(after) };
      const is = analyze(texts.after, defaultOptions);
      const was = analyze(texts.before, defaultOptions);
      if (!was.ok || !is.ok) throw new Error('A Pod cannot be read');
      const wrong = comparisonOf(texts.before, texts.after)
        .pods.flatMap(({ gained, lost, changed }) => [...gained, ...lost, ...changed])
        .filter(({ side, document, pointer, range }) => {
          const [analysis, pods] = side === 'before' ? [was, before] : [is, after];
          const where = analysis.locate(document, pointer);
          return (
            valueAt(pods[document], pointer) === undefined || JSON.stringify(where) !== JSON.stringify(range)
          );
        });
      expect(wrong).toStrictEqual([]);
    }),
    runs,
  );
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '',
    '---',
    '# nothing',
    '{',
    'kind: Pod',
    'kind: Pod\nspec: {}',
    'a: &a [*a]',
    '\u0000',
    '- 1',
  ),
  anyPods.map(json),
  fc.tuple(anyPods, fc.string()).map(([pods, end]) => `${json(pods)}\n---\n${end}`),
);

test('it never throws, whatever the texts, and a problem says which side it is in', () => {
  fc.assert(
    fc.property(anyText, anyText, (before, after) => {
      const result = compare({ before, after }, defaultOptions);
      const problems = result.ok ? result.answer.problems : result.problems;
      for (const { detail } of problems) expect(detail).toMatch(/^In `(before|after)`: /);
      expect(result.ok || result.problems.length > 0).toBe(true);
    }),
    { ...runs, numRuns: 200 },
  );
});
