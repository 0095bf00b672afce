import { podSpecShape } from '../model/pod.ts';
import { joinPointer, splitPointer } from '../model/pointer.ts';
import type { Notes } from './decode.ts';
import type { Node } from './node.ts';
import type { PodHolder } from './read-pods.ts';

/** Fields of an object, and of a template. */
const objectFields = ['metadata', 'spec', 'status'];

/**
 * Notes the fields of a PodSpec that stand in a map above it, and `Spec` for `spec`, in an object of a kind built into
 * Kubernetes. The other fields of these maps are not looked at.
 *
 * @param path From the object to its PodSpec: `/spec/template/spec`.
 */
export function noteMisplaced(
  { node: object, pointer, kind }: Pick<PodHolder, 'node' | 'pointer' | 'kind'>,
  path: string,
  notes: Notes,
): void {
  const belongsIn = path.slice(1).replaceAll('/', '.');
  let [node, at]: [Node | undefined, string] = [object, pointer];
  for (const [depth, next] of splitPointer(path).entries()) {
    if (node?.type !== 'map' || notes.isFull()) return;
    const isObject = depth === 0 || next === 'spec';
    const isJobSpec = kind.endsWith('Job') && next === 'template';
    for (const field of node.entries.keys()) {
      const unknown = { kind: 'unknown-field', pointer: joinPointer(at, field), field } as const;
      const suggestion = isObject ? objectFields.find((name) => isSameButCase(name, field)) : undefined;
      if (suggestion !== undefined) notes.add({ ...unknown, suggestion, sameButCase: true });
      else if (Object.hasOwn(podSpecShape.fields, field) && !(isJobSpec && field === 'activeDeadlineSeconds'))
        notes.add({ ...unknown, suggestion: null, sameButCase: false, belongsIn });
    }
    [node, at] = [node.entries.get(next)?.value, joinPointer(at, next)];
  }
}

const isSameButCase = (name: string, field: string): boolean =>
  name !== field && name === field.toLowerCase();
