import { isNamespace } from '../../model/change-kinds.ts';
import type { Instance } from '../../model/report.ts';
import { beforeAndAfter, type ChangeDraft } from './change-draft.ts';
import { placeOfChanged } from './changed-field.ts';
import { findJoined } from './joined.ts';
import { nearestPlace, type Place, placeOfContainer, placeOfNewcomer } from './place.ts';
import type { Divider, PodView, PodViews } from './pod-view.ts';

/**
 * Compares who is in which instance of every kind of namespace and of every runtime mount. One change tells of all
 * containers that fared alike.
 */
export function compareDivisions(views: PodViews): ChangeDraft[] {
  const { before, after } = views;
  const byPair = before.pairs !== undefined && after.pairs !== undefined;
  return [...new Set([...after.instances.keys(), ...before.instances.keys()])].flatMap((divider) => [
    ...findJoined(divider, after, before, byPair).map(({ containers, here, there }): ChangeDraft => {
      const found = describe(divider, views, containers);
      return { outcome: 'gained', ...found, ...beforeAndAfter(there, here) };
    }),
    ...findJoined(divider, before, after, byPair).map(({ containers, here, there }): ChangeDraft => {
      const found = describe(divider, views, containers);
      return { outcome: 'lost', ...found, ...beforeAndAfter(here, there) };
    }),
  ]);
}

const describe = (divider: Divider, views: PodViews, containers: readonly string[]) => ({
  ...nameDivider(divider),
  containers: [...containers],
  because: whyDivided(divider, views, containers),
  place: whatDivides(divider, views, containers),
});

const nameDivider = (divider: Divider): Pick<ChangeDraft, 'kind' | 'subject'> =>
  isNamespace(divider) ? { kind: divider } : { kind: 'runtime-mount', subject: divider };

function whyDivided(divider: Divider, { before, after }: PodViews, containers: readonly string[]): string {
  const is = instancesOf(after, divider, containers);
  const was = instancesOf(before, divider, containers);
  const deciding = containers.every((name) => after.containers.has(name))
    ? pickDeciding(is, was)
    : pickDeciding(was, is);
  return deciding?.because.text ?? 'There is no such thing on Windows.';
}

/**
 * Finds what decides that containers are together or apart: for what came or went, the field that decides it there, else
 * the container; for others the field that has another value now and decides the wider sharing of the two, else that of the
 * narrower; else nothing but the Pod itself.
 */
export function whatDivides(divider: Divider, views: PodViews, containers: readonly string[]): Place {
  const { before, after } = views;
  const is = instancesOf(after, divider, containers);
  const was = instancesOf(before, divider, containers);
  const newcomer = placeOfNewcomer(views, containers);
  const isField = placeOfField(after, before, divider, containers, pickDeciding(is, was));
  const wasField = placeOfField(before, after, divider, containers, pickDeciding(was, is));
  if (newcomer !== undefined) return (newcomer.side === 'after' ? isField : wasField) ?? newcomer;
  const wider = widthOf(was) > widthOf(is) ? [wasField, isField] : [isField, wasField];
  return (
    wider
      .map((field) => field && placeOfChanged(views, views[field.side], field.pointer))
      .find((place) => place !== undefined) ??
    isField ??
    wasField ??
    nearestPlace(views, containers)
  );
}

const widths = { node: 2, pod: 1, container: 0 } as const;

/** How far something is shared that containers have; 0 where there is no such thing. */
const widthOf = (instances: readonly Instance[]): number =>
  instances.reduce((width, { scope }) => Math.max(width, widths[scope]), 0);

/**
 * The field that decides an instance. When it is of a container that was in such a one on the other side, too, the place
 * of one that was not.
 */
function placeOfField(
  here: PodView,
  there: PodView,
  divider: Divider,
  containers: readonly string[],
  instance: Instance | undefined,
): Place | undefined {
  const pointer = instance?.because.pointer;
  if (!pointer) return undefined;
  const moved = (name: string) =>
    here.instanceOf(divider, name)?.scope !== there.instanceOf(divider, name)?.scope;
  const owner = [...here.containers.values()].find((one) => pointer.startsWith(`${one.pointer}/`));
  const isMover = owner !== undefined && containers.includes(owner.name) && moved(owner.name);
  const mover = owner === undefined || isMover ? undefined : containers.find(moved);
  return mover === undefined ? { side: here.side, pointer } : placeOfContainer(here, mover);
}

const instancesOf = (view: PodView, divider: Divider, containers: readonly string[]): Instance[] => [
  ...new Set(containers.flatMap((name) => view.instanceOf(divider, name) ?? [])),
];

/** The instance that says most of why things changed: of a scope the other side has not, and decided by a field. */
function pickDeciding(instances: readonly Instance[], others: readonly Instance[]): Instance | undefined {
  const isNew = ({ scope }: Instance) => others.every((other) => other.scope !== scope);
  const isWritten = ({ because }: Instance) => because.pointer !== null;
  return (
    instances.find((instance) => isNew(instance) && isWritten(instance)) ??
    instances.find(isNew) ??
    instances.find(isWritten) ??
    instances[0]
  );
}
