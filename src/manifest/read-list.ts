import type { ManifestDocument, ManifestItem, PodManifest } from '../model/manifest.ts';
import type { DocumentStatus } from '../model/vocabulary.ts';
import type { Context } from './context.ts';
import { readHeader, readItemHeader } from './header.ts';
import { listPodPaths } from './kinds.ts';
import type { ListNode, Node } from './node.ts';
import { readObject } from './read-object.ts';

/**
 * Finds the items of a List: of any object with a list `items`, as kubectl flattens it, unless its kind has a PodSpec.
 *
 * @see k8s.io/apimachinery pkg/apis/meta/v1/unstructured, unstructuredJSONScheme.detectKind
 */
export function findItems(node: Node): ListNode | null {
  if (node.type !== 'map') return null;
  const items = node.entries.get('items')?.value;
  if (items?.type !== 'list') return null;
  const { apiVersion, kind } = readHeader(node);
  return listPodPaths(apiVersion ?? '', kind ?? '').isBuiltIn ? null : items;
}

type ReadList = Pick<ManifestDocument, 'status' | 'apiVersion' | 'kind' | 'name' | 'problems' | 'pods'> & {
  readonly items: (ManifestItem & { readonly pointer: string })[];
};

/** Reads the items of a List; those of a List in it become its own. Stops once the manifest has too many. */
export function readList(root: Node, list: ListNode, pointer: string, context: Context): ReadList {
  const items: ReadList['items'] = [];
  const pods: PodManifest[] = [];
  for (const [index, { value }] of list.items.entries()) {
    context.budget.documents -= 1;
    if (context.budget.documents < 0) break;
    const at = `${pointer}/items/${index}`;
    const inner = findItems(value);
    if (inner !== null) {
      const nested = readList(value, inner, at, context);
      pods.push(...nested.pods);
      for (const item of nested.items) items.push({ ...item, index: items.length });
    } else {
      const { pods: found, ...item } = readObject(value, at, context, readItemHeader(value, root));
      pods.push(...found);
      items.push({ ...item, index: items.length, pointer: at, range: context.locate(at) });
    }
  }
  return {
    status: summarize(items.map(({ status }) => status)),
    ...readHeader(root),
    problems: [],
    pods,
    items,
  };
}

function summarize(statuses: readonly DocumentStatus[]): DocumentStatus {
  const rank: readonly DocumentStatus[] = ['analyzed', 'invalid', 'skipped'];
  return rank.find((status) => statuses.includes(status)) ?? 'skipped';
}
