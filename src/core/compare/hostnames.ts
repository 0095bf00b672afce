import type { ChangeDraft } from './change-draft.ts';
import type { Place } from './place.ts';
import type { PodView, PodViews } from './pod-view.ts';

/** Compares the hostname all containers see, of a Pod that is on both sides. */
export function compareHostnames({ before, after }: PodViews): ChangeDraft[] {
  const [was, is] = [before.hostname, after.hostname];
  const containers = [...new Set([...after.containers.keys(), ...before.containers.keys()])];
  if (was === undefined || is === undefined || was.value === is.value || containers.length === 0) return [];
  const place = placeOfField(after) ??
    placeOfField(before) ?? { side: after.side, pointer: is.because.pointer ?? after.pointer };
  return [
    {
      outcome: 'changed',
      kind: 'hostname',
      containers,
      before: was.value ?? "the node's",
      after: is.value ?? "the node's",
      because: is.because.text,
      place,
    },
  ];
}

/** A field of the PodSpec that sets the hostname. The name of the object counts only where there is none. */
function placeOfField({ side, pointer, hostname }: PodView): Place | undefined {
  const field = hostname?.because.pointer;
  return field?.startsWith(`${pointer}/`) ? { side, pointer: field } : undefined;
}
