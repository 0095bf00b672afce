import { joinPointer, parentOf } from '../../model/pointer.ts';
import type { Finding, PodReport } from '../../model/report.ts';
import { objectName, short } from './locations.ts';

/**
 * Gives a function that names the findings of one run, one after another, in a way that stays when lines move, and when
 * documents, containers, volumes or mounts change their order.
 *
 * `podshareFinding/v1` is check, object and field, with names in place of indexes: `host-port@default/Pod/web/app/ports/*`.
 * What is named alike is counted. `primaryLocationLineHash` says the same in the form of the only one that GitHub reads,
 * which it otherwise makes of the line of a file it would have to find.
 *
 * @see https://docs.github.com/en/code-security/reference/code-scanning/sarif-support-for-code-scanning#data-for-preventing-duplicated-alerts
 */
export function fingerprinter() {
  const seen = new Map<string, number>();
  return (pod: PodReport) => {
    const fields = namedFields(pod);
    const object = objectName(pod, pod.hostname.value ?? '');
    return ({ check, pointer }: Finding) => {
      const identity = `${check}@${object}${fieldOf(pointer, fields)}`;
      const count = (seen.get(identity) ?? 0) + 1;
      seen.set(identity, count);
      return {
        primaryLocationLineHash: `${hash(identity)}:${count}`,
        'podshareFinding/v1': count === 1 ? identity : `${identity}#${count}`,
      };
    };
  };
}

/** Where things with a name stand, and what is said in place of that. */
function namedFields({ source, containers, volumes }: PodReport): Map<string, string> {
  const fields = new Map([[source.pointer, '']]);
  for (const { pointer, name } of containers) fields.set(pointer, `/${short(name)}`);
  for (const { pointer, name, mounts } of volumes) {
    // One that is not in the manifest has no place in it.
    if (pointer === null) continue;
    fields.set(pointer, joinPointer('/volumes', short(name)));
    for (const mount of mounts) {
      const list = fieldOf(parentOf(mount.pointer), fields);
      fields.set(mount.pointer, joinPointer(list, short(mount.path)));
    }
  }
  return fields;
}

/** A field by the nearest name above it. What has an index but no name is any of its list. */
function fieldOf(pointer: string, fields: ReadonlyMap<string, string>): string {
  let above = pointer;
  while (above !== '' && !fields.has(above)) above = parentOf(above);
  const rest = pointer.slice(above.length).replace(/\/\d+(?=\/|$)/g, '/*');
  return `${fields.get(above) ?? ''}${rest}`;
}

/** FNV-1a over UTF-16 code units, twice with different primes: 64 bits in 16 digits. It need not resist anybody. */
function hash(text: string): string {
  let [a, b] = [0x811c9dc5, 0x9e3779b9];
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x85ebca6b);
  }
  return [a, b].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
