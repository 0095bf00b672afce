import type { Node } from './node.ts';

/** What says which object this is; null where it is missing or not a string. */
export type Header = {
  readonly apiVersion: string | null;
  readonly kind: string | null;
  readonly name: string | null;
};

export function readHeader(object: Node): Header {
  return {
    apiVersion: readString(object, ['apiVersion']),
    kind: readString(object, ['kind']),
    name: readString(object, ['metadata', 'name']),
  };
}

/**
 * Reads what an item of a list is. One with neither apiVersion nor kind is what the list holds: an item of a PodList is a
 * Pod. The API server prints such lists, and kubectl reads them.
 *
 * @see k8s.io/apimachinery pkg/apis/meta/v1/unstructured/helpers.go, unstructuredJSONScheme.decodeToList
 */
export function readItemHeader(item: Node, list: Node): Header {
  const own = readHeader(item);
  const { apiVersion, kind } = readHeader(list);
  const itemKind = kind?.replace(/List$/, '');
  return item.type === 'map' && own.apiVersion === null && own.kind === null && itemKind
    ? { ...own, apiVersion, kind: itemKind }
    : own;
}

/** Reads a string that is not empty. */
function readString(node: Node, path: readonly string[]): string | null {
  const [part, ...rest] = path;
  if (part === undefined) return node.type === 'string' && node.value !== '' ? node.value : null;
  const entry = node.type === 'map' ? node.entries.get(part) : undefined;
  return entry === undefined ? null : readString(entry.value, rest);
}
