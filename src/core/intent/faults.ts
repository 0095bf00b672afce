import type { Intent, Wish } from '../../model/generate.ts';
import { limits } from '../../model/limits.ts';
import type { Problem } from '../../model/problem.ts';

/** Kinds whose controller adds to the name. */
const longestName: Readonly<Record<string, number>> = { CronJob: 52, StatefulSet: 52 };

/**
 * Lists what is wrong with an intent of the right shape: names that are missing, unknown or taken, wishes about nobody. Each is
 * an INVALID_INTENT with an RFC 6901 pointer into `{ "intent": … }`; at most `limits.problemsPerDocument`. What was sent is
 * not repeated.
 *
 * @see kubernetes `pkg/apis/core/validation/validation.go`, validateContainers; `pkg/apis/batch/validation/validation.go`,
 *   ValidateCronJobCreate (52 characters); `pkg/controller/statefulset`, the label controller-revision-hash (63 with a hash)
 */
export const findFaults = (intent: Intent): Problem[] =>
  [...containerFaults(intent), ...wishFaults(intent)]
    .slice(0, limits.problemsPerDocument)
    .map(([pointer, detail]) => ({ code: 'INVALID_INTENT', detail, pointer: `/intent${pointer}` }));

type Fault = readonly [pointer: string, detail: string];

function containerFaults({ name, kind = 'Pod', containers }: Intent): Fault[] {
  const most = longestName[kind] ?? Number.POSITIVE_INFINITY;
  const names = containers.map((container) => container.name);
  return [
    ...(name.length > most
      ? [
          [
            '/name',
            `For this kind a name has at most ${most} characters: its controller adds to it.`,
          ] as const,
        ]
      : []),
    ...(containers.some(({ role = 'app' }) => role === 'app')
      ? []
      : [['/containers', 'A Pod needs a container with the role app.'] as const]),
    ...findRepeated(names).map((i) => [`/containers/${i}/name`, 'Another container has this name.'] as const),
  ];
}

function wishFaults({ share = [], keepApart = [], containers }: Intent): Fault[] {
  const names = new Set(containers.map(({ name }) => name));
  return [
    ...share.flatMap((wish, i) => faultsOf(wish, names, 'share').map(at(`/share/${i}`))),
    ...keepApart.flatMap((wish, i) => faultsOf(wish, names, 'keepApart').map(at(`/keepApart/${i}`))),
  ];
}

const at =
  (parent: string) =>
  ([pointer, detail]: Fault): Fault => [`${parent}${pointer}`, detail];

type List = 'share' | 'keepApart';

function faultsOf(wish: Wish, names: ReadonlySet<string>, list: List): Fault[] {
  const told = typeof wish === 'string' ? [] : nameFaults(wish, names);
  return told.length > 0 ? told : meaningFaults(wish, names.size, list);
}

/** Every list in a wish is of names of containers, and so is `server`. */
const nameFaults = (wish: Exclude<Wish, string>, names: ReadonlySet<string>): Fault[] =>
  Object.entries(wish).flatMap(([key, value]): Fault[] => {
    if (key === 'server') return isIn(names, value) ? [] : [['/server', unknown]];
    if (!Array.isArray(value)) return [];
    return [
      ...value.flatMap((name, i): Fault[] => (isIn(names, name) ? [] : [[`/${key}/${i}`, unknown]])),
      ...findRepeated(value).map((i): Fault => [`/${key}/${i}`, 'This container is named twice.']),
    ];
  });

const unknown = 'No container of the intent has this name.';

const isIn = (names: ReadonlySet<unknown>, value: unknown): boolean => names.has(value);

/** The places of values that stood before. */
function findRepeated(values: readonly unknown[]): number[] {
  const seen = new Set<unknown>();
  return values.flatMap((value, i) => {
    const isRepeated = seen.has(value);
    seen.add(value);
    return isRepeated ? [i] : [];
  });
}

function meaningFaults(wish: Wish, containers: number, list: List): Fault[] {
  if (typeof wish === 'string') {
    const isOfPod = wish.startsWith('host-') || (wish === 'user' && list === 'share');
    return isOfPod || containers > 1 ? [] : [['', alone]];
  }
  if ('files' in wish) return filesFaults(wish, containers, list);
  if ('port' in wish) {
    const i = (wish.clients ?? []).indexOf(wish.server);
    if (i >= 0) return [[`/clients/${i}`, 'The server is no client of its own port.']];
  }
  return list === 'keepApart' && containers < 2 ? [['', alone]] : [];
}

const alone = 'There is no other container. Name two containers at least, or leave the wish out.';

function filesFaults(
  { writers = [], readers = [], configMap, secret }: Extract<Wish, { files: string }>,
  containers: number,
  list: List,
): Fault[] {
  const members = new Set([...writers, ...readers]).size;
  const comesFrom = configMap ?? secret;
  if (list === 'keepApart') {
    return [
      ...(comesFrom === undefined
        ? []
        : [['', 'What is kept apart is a path: leave configMap and secret out.'] as const]),
      ...(containers < 2 ? [['', alone] as const] : []),
    ];
  }
  if (configMap !== undefined && secret !== undefined) {
    return [['', 'Files come from a configMap or from a secret. Make two wishes with two paths of it.']];
  }
  if (members === 0) return [['', 'Name at least one writer or reader.']];
  return members === 1 && comesFrom === undefined
    ? [['', 'Files are shared by two containers at least: name another writer or reader.']]
    : [];
}
