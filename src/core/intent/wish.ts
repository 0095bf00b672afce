import type { Intent, Wish } from '../../model/generate.ts';
import {
  type NodeNamespace,
  nodeNamespaces,
  type SharedNamespace,
  sharedNamespaces,
} from '../../model/vocabulary.ts';

/** Where a wish stands in the intent: `share[0]`. */
type Place = { readonly list: 'share' | 'keepApart'; readonly index: number };

/** A kind of namespace among containers. */
export type NamespaceWish = Place & { readonly kind: SharedNamespace; readonly among: readonly string[] };
/** A namespace of the node's, always for all containers. */
export type NodeWish = Place & { readonly kind: NodeNamespace };
/** One file system at /dev/shm; without a size whichever there is. */
export type MemoryWish = Place & {
  readonly kind: 'shared-memory';
  readonly size: string | undefined;
  readonly among: readonly string[];
};
export type FilesWish = Place & {
  readonly kind: 'files';
  readonly path: string;
  readonly writers: readonly string[];
  /** Those who only read: writers read as well and are not among them. */
  readonly readers: readonly string[];
  /** What the files come from, if nobody writes them. */
  readonly source: FileSource | undefined;
};
export type FileSource = { readonly type: 'configMap' | 'secret'; readonly name: string };
export type PortWish = Place & {
  readonly kind: 'port';
  readonly port: number;
  readonly server: string;
  readonly clients: readonly string[];
};

/** A wish with everything that an intent may leave out. */
export type PlacedWish = NamespaceWish | NodeWish | MemoryWish | FilesWish | PortWish;

/**
 * Lists the wishes of an intent, `share` before `keepApart`, as written. One that names nobody is about all containers; a
 * port to keep apart without clients, about all but its server.
 *
 * @param names - Of all containers, in start order.
 */
export const listWishes = ({ share = [], keepApart = [] }: Intent, names: readonly string[]): PlacedWish[] =>
  (['share', 'keepApart'] as const).flatMap((list) =>
    (list === 'share' ? share : keepApart).map((wish, index) => complete(wish, { list, index }, names)),
  );

function complete(wish: Wish, place: Place, names: readonly string[]): PlacedWish {
  if (typeof wish === 'string') {
    if (isNodeNamespace(wish)) return { ...place, kind: wish };
    if (isSharedNamespace(wish)) return { ...place, kind: wish, among: names };
    return { ...place, kind: wish, size: undefined, among: names };
  }
  if ('files' in wish) {
    const { files: path, writers = [], readers = [], configMap, secret } = wish;
    const named = [...writers, ...readers];
    const only = readers.filter((name) => !writers.includes(name));
    return {
      ...place,
      kind: 'files',
      path,
      writers,
      readers: place.list === 'keepApart' && named.length === 0 ? names : only,
      source: sourceOf(configMap, secret),
    };
  }
  if ('shared-memory' in wish) {
    return { ...place, kind: 'shared-memory', size: wish['shared-memory'], among: wish.among ?? names };
  }
  if ('port' in wish) {
    const {
      port,
      server,
      clients = place.list === 'share' ? [] : names.filter((name) => name !== server),
    } = wish;
    return { ...place, kind: 'port', port, server, clients };
  }
  if ('network' in wish) return { ...place, kind: 'network', among: wish.network };
  if ('ipc' in wish) return { ...place, kind: 'ipc', among: wish.ipc };
  if ('hostname' in wish) return { ...place, kind: 'hostname', among: wish.hostname };
  if ('pid' in wish) return { ...place, kind: 'pid', among: wish.pid };
  return { ...place, kind: 'user', among: wish.user };
}

function sourceOf(configMap: string | undefined, secret: string | undefined): FileSource | undefined {
  if (configMap !== undefined) return { type: 'configMap', name: configMap };
  return secret === undefined ? undefined : { type: 'secret', name: secret };
}

const isNodeNamespace = (word: string): word is NodeNamespace => nodeNamespaces.some((one) => one === word);

const isSharedNamespace = (word: string): word is SharedNamespace =>
  sharedNamespaces.some((one) => one === word);

/** How a wish is spoken of where its words may not be repeated. */
export const placeOf = ({ list, index }: Place): string => `${list}[${index}]`;

/** The containers of a files wish. */
export const membersOf = ({ writers, readers }: FilesWish): readonly string[] => [...writers, ...readers];
