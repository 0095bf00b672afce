import { listNames } from '../list-names.ts';
import { isWithin } from '../volumes/paths.ts';
import { proveFiles, proveFilesApart } from './files-evidence.ts';
import { refuseFiles } from './files-refusals.ts';
import { refuseSeparatePath } from './mount-path.ts';
import type { Plan } from './plan.ts';
import type { Addition, Ruling } from './ruling.ts';
import { type FilesWish, membersOf } from './wish.ts';

/**
 * Files: containers have separate file systems, and what they share is a volume that each of them mounts: an emptyDir that
 * somebody writes, or the files of a ConfigMap or Secret. One volume for each wish, at the same path everywhere, read-only
 * for who only reads.
 *
 * @see kubernetes `pkg/kubelet/kubelet_pods.go`, makeMounts
 */
export function files(wish: FilesWish, plan: Plan): Ruling {
  const { path } = wish;
  if (wish.list === 'keepApart') {
    const named = membersOf(wish);
    return {
      asked:
        named.length === 1
          ? `${named[0]} has no files at ${path} in common with any other container`
          : `${listNames(named)} have no files at ${path} in common`,
      refusals: refuseSeparatePath(path),
      addition: {},
      prove: (report) => proveFilesApart(report, path, named),
    };
  }
  return {
    asked: inWords(wish),
    refusals: refuseFiles(wish, plan),
    addition: addition(wish, plan),
    prove: (report) => proveFiles(report, wish, plan),
  };
}

function inWords({ path, writers, readers, source }: FilesWish): string {
  const [write, read] = [listNames(writers), listNames(readers)];
  const verb = (names: readonly string[], one: string) => (names.length === 1 ? `${one}s` : one);
  if (source !== undefined) {
    return `${read} ${verb(readers, 'read')} the ${titles[source.type]} ${source.name} at ${path}`;
  }
  return readers.length === 0
    ? `${write} read and write the files at ${path}`
    : `${read} ${verb(readers, 'read')} the files at ${path} that ${write} ${verb(writers, 'write')}`;
}

const titles = { configMap: 'ConfigMap', secret: 'Secret' } as const;

function addition(wish: FilesWish, plan: Plan): Addition {
  const { path, writers, readers, source } = wish;
  const [write, read] = [listNames(writers), listNames(readers)];
  const mounts = [
    ...writers.map((container) => ({ container, path, readOnly: false })),
    ...readers.map((container) => ({ container, path, readOnly: true })),
  ];
  const name = path.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  if (source !== undefined) {
    const title = titles[source.type];
    return {
      volumes: [
        {
          name,
          source:
            source.type === 'configMap'
              ? { configMap: { name: source.name } }
              : { secret: { secretName: source.name } },
          comment: `The Pod waits until the ${title} is there. Read by ${read}, written by nobody.`,
          mounts,
        },
      ],
      says: [
        `The ${title} ${source.name}, which must be there, is mounted at ${path} in ${read}, read-only as always.`,
        ...belowOthers(wish, plan),
      ],
    };
  }
  const isRead = readers.length > 0;
  return {
    volumes: [
      {
        name,
        source: { emptyDir: {} },
        comment: `Written by ${write}${isRead ? `, read by ${read}` : ''}. Empty at first, gone with the Pod.`,
        mounts,
      },
    ],
    says: [
      `An emptyDir is mounted at ${path} in ${write}${isRead ? `, and read-only in ${read}` : ''}: it is empty at first and lives as long as the Pod.`,
      ...belowOthers(wish, plan),
    ],
  };
}

/** Where its path lies below another in one container, a sentence on what the other no longer shows. */
function belowOthers(wish: FilesWish, { wishes }: Plan): string[] {
  const outer = wishes.find(
    (one): one is FilesWish =>
      one.kind === 'files' &&
      one.list === 'share' &&
      one.path !== wish.path &&
      isWithin(wish.path, one.path) &&
      membersOf(one).some((name) => membersOf(wish).includes(name)),
  );
  return outer === undefined
    ? []
    : [`What lies at ${wish.path} is in this volume alone: who mounts only ${outer.path} does not see it.`];
}
