import type { PodManifest } from '../model/manifest.ts';

/**
 * Gives what a pointer into a PodSpec leads to, as read; undefined when there is nothing.
 *
 * @example fieldAt(manifest, '/spec/containers/0/image') // => 'nginx:1.29'
 */
export function fieldAt({ pointer: podSpec, spec }: PodManifest, pointer: string): unknown {
  if (!pointer.startsWith(`${podSpec}/`)) return undefined;
  return pointer
    .slice(podSpec.length + 1)
    .split('/')
    .reduce<unknown>(
      (value, part) => (typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined),
      spec,
    );
}

/** Pointer of the map or list that holds what a pointer leads to. */
export const holderOf = (pointer: string): string => pointer.slice(0, pointer.lastIndexOf('/'));
