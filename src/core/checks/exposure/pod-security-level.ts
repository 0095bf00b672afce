import type { PodManifest } from '../../../model/manifest.ts';
import { joinPointer, splitPointer } from '../../../model/pointer.ts';
import { fieldPath } from '../../field-path.ts';
import { type BrokenRule, podSecurityLevel } from '../../security/pod-security/index.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';

export const podSecurityLevelCheck: Check = {
  id: 'pod-security-level',
  group: 'exposure',
  severity: 'info',
  summary: 'The strictest Pod Security level that the Pod passes, and what keeps it from the next.',
  why: 'A namespace can enforce a level: privileged allows everything, baseline keeps Pods from the node, restricted asks for what is good practice. A Pod that does not pass is refused there.',
  remedy: 'Set the fields that the message names, if the Pod is to run in a namespace with the next level.',
  source: sources.podSecurity,
  *run({ pod }) {
    const { level, broken } = podSecurityLevel(pod);
    const { kubernetesVersion } = pod.options;
    const passes = `The Pod passes Pod Security level ${level} of Kubernetes ${kubernetesVersion}`;
    const describe = ({ rule, pointers: [first, ...others] }: BrokenRule): string =>
      `${rule.asks} (${fieldIn(pod.manifest, first)}${others.length === 0 ? '' : ` and ${others.length} more`})`;
    const [first] = broken;
    if (first === undefined) {
      yield { pointer: pod.manifest.pointer, message: `${passes}, the strictest.` };
      return;
    }
    yield {
      pointer: nearest(pod.manifest, first.pointers[0]),
      message: `${passes}. For ${first.rule.level} it needs: ${broken.map(describe).join('; ')}.`,
    };
  },
};

/** The path of a field from the PodSpec on; of an annotation from the object on. */
const fieldIn = ({ pointer: podSpec }: PodManifest, pointer: string): string =>
  fieldPath(pointer.startsWith(`${podSpec}/`) ? pointer.slice(podSpec.length) : pointer);

/** The field, or the nearest parent that is there: what a level needs is often missing. */
function nearest({ pointer: podSpec, spec }: PodManifest, pointer: string): string {
  if (!pointer.startsWith(`${podSpec}/`)) return pointer;
  let [found, value]: [string, unknown] = [podSpec, spec];
  for (const part of splitPointer(pointer.slice(podSpec.length))) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined;
    if (value === undefined) break;
    found = joinPointer(found, part);
  }
  return found;
}
