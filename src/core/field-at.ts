import type { PodManifest } from '../model/manifest.ts';
import { splitPointer } from '../model/pointer.ts';

/**
 * Gives what a pointer into a PodSpec leads to, as read; undefined when there is nothing.
 *
 * @example fieldAt(manifest, '/spec/containers/0/image') // => 'nginx:1.29'
 */
export function fieldAt({ pointer: podSpec, spec }: PodManifest, pointer: string): unknown {
  if (!pointer.startsWith(`${podSpec}/`)) return undefined;
  return splitPointer(pointer.slice(podSpec.length)).reduce<unknown>(
    (value, part) => (typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined),
    spec,
  );
}
