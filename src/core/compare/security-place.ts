import { placeOfChanged } from './changed-field.ts';
import type { Place } from './place.ts';
import type { PodView, PodViews } from './pod-view.ts';

/** What decides which user a container is, and what that user may do. */
const fields = [
  'runAsUser',
  'runAsNonRoot',
  'privileged',
  'capabilities',
  'runAsGroup',
  'seLinuxOptions',
  'appArmorProfile',
] as const;

type Field = (typeof fields)[number];

/** What a container that does not say it takes from its Pod, as far as channels look at that. */
const inherited = new Set<Field>(['runAsUser', 'runAsNonRoot', 'runAsGroup', 'appArmorProfile']);

/**
 * Finds the field that makes a container another user, or one that may do more or less: the first container of these, and
 * its first field, that has another value than on the other side; else the Pod's `fsGroup`; else an image, which decides the
 * user where no field does.
 *
 * @see kubernetes `pkg/securitycontext/util.go`, DetermineEffectiveSecurityContext
 */
export function placeOfSecurity(views: PodViews, names: readonly string[]): Place | undefined {
  const { before, after } = views;
  for (const name of names) {
    const field = fields.find(
      (one) =>
        effectOf(before, name, one) !== effectOf(after, name, one) &&
        // A user that is set decides it alone.
        !(one === 'runAsNonRoot' && effectOf(after, name, 'runAsUser') !== undefined),
    );
    if (field === undefined) continue;
    return (
      placeOfChanged(views, after, ownPointer(after, name, field)) ??
      placeOfChanged(views, after, podPointer(after, field))
    );
  }
  const others = [
    podPointer(after, 'fsGroup'),
    ...names.map((name) => `${after.containers.get(name)?.pointer}/image`),
  ];
  return others.map((pointer) => placeOfChanged(views, after, pointer)).find((place) => place !== undefined);
}

/** The value that counts for a container, as text. What is false is as if it was not there. */
function effectOf(view: PodView, name: string, field: Field): string | undefined {
  const own = view.valueAt(ownPointer(view, name, field));
  const value = own === undefined && inherited.has(field) ? view.valueAt(podPointer(view, field)) : own;
  return value === false ? undefined : JSON.stringify(value);
}

const ownPointer = ({ containers }: PodView, name: string, field: Field): string =>
  `${containers.get(name)?.pointer}/securityContext/${field}`;

const podPointer = ({ pointer }: PodView, field: Field | 'fsGroup'): string =>
  `${pointer}/securityContext/${field}`;
