import type { Edit } from '../../model/edit.ts';
import { parentOf } from '../../model/pointer.ts';
import { containerAt, type Pod } from '../pod.ts';
import { addedCapabilities } from '../security/capabilities.ts';

/**
 * Removes capabilities from the `add` list that a pointer leads into.
 *
 * @returns Nothing when ALL is in the list: what is then left to add is up to the author.
 */
export function removeCapabilities(pod: Pod, pointer: string, names: readonly string[]): readonly Edit[] {
  const container = containerAt(pod, pointer);
  const added = container === undefined ? [] : addedCapabilities(container);
  if (added.includes('ALL')) return [];
  return added.flatMap((name, i) =>
    names.includes(name) ? [{ op: 'remove' as const, pointer: `${parentOf(pointer)}/${i}` }] : [],
  );
}
