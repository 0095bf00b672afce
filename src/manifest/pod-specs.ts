import { joinPointer, splitPointer } from '../model/pointer.ts';
import { listPodPaths, type PodPaths } from './kinds.ts';
import { listChildren } from './locate.ts';
import type { MapNode, Node } from './node.ts';

/** A PodSpec in an object. */
export type PodSite = { readonly pointer: string; readonly spec: MapNode; readonly isInlined: boolean };

export type PodSites = {
  readonly sites: readonly PodSite[];
  /** The path of a built-in kind, when there is no map at its end. */
  readonly missing: string | null;
};

/**
 * Finds the PodSpecs of an object, in the order of the paths of its kind. In a kind that is not built in, something
 * counts as a PodSpec when it has `containers` that is a list of maps.
 */
export function findPodSpecs(
  object: MapNode,
  objectPointer: string,
  apiVersion: string,
  kind: string,
): PodSites {
  const { paths, isBuiltIn, isInlined }: PodPaths = listPodPaths(apiVersion, kind);
  const sites = paths
    .flatMap((path) => expand(object, objectPointer, splitPointer(path)))
    .flatMap(({ pointer, node }) =>
      node.type === 'map' && (isBuiltIn || hasContainers(node)) ? [{ pointer, spec: node, isInlined }] : [],
    );
  return { sites, missing: isBuiltIn && sites.length === 0 ? (paths[0] ?? null) : null };
}

type Found = { readonly pointer: string; readonly node: Node };

function expand(node: Node, pointer: string, path: readonly string[]): Found[] {
  const [part, ...rest] = path;
  if (part === undefined) return [{ pointer, node }];
  if (part === '*') {
    return listChildren(node).flatMap(([name, { value }]) => expand(value, joinPointer(pointer, name), rest));
  }
  const next = node.type === 'map' ? node.entries.get(part)?.value : undefined;
  return next === undefined ? [] : expand(next, joinPointer(pointer, part), rest);
}

function hasContainers(node: MapNode): boolean {
  const containers = node.entries.get('containers')?.value;
  return (
    containers?.type === 'list' &&
    containers.items.length > 0 &&
    containers.items.every(({ value }) => value.type === 'map')
  );
}
