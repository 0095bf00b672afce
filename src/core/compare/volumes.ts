import type { Overlap, VolumeReport } from '../../model/report.ts';
import { listNames } from '../list-names.ts';
import { beforeAndAfter, type ChangeDraft, outcomeOf } from './change-draft.ts';
import { placeOfMounts } from './mount-place.ts';
import { nearestPlace } from './place.ts';
import type { PodView, PodViews } from './pod-view.ts';
import { nameStorage } from './storage-name.ts';

/** A tree of a volume that several containers see. */
type Tree = {
  readonly volume: VolumeReport;
  readonly overlap: Overlap;
  /** What is behind the volume. */
  readonly storage: string;
  readonly text: string;
};

/**
 * Compares which trees of which volumes several containers see, what storage that is, and who of them writes. A tree is the
 * same when its volume has the same name and it stands at the same path in it.
 */
export function compareVolumes(views: PodViews): ChangeDraft[] {
  const [before, after] = [listTrees(views.before, views.after), listTrees(views.after, views.before)];
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((key) => {
    const [was, is] = [before.get(key), after.get(key)];
    const tree = is ?? was;
    if (tree === undefined || was?.text === is?.text) return [];
    const { volume, overlap } = tree;
    const members = [...new Set([...(is?.overlap.containers ?? []), ...(was?.overlap.containers ?? [])])];
    return [
      {
        outcome: outcomeOf(was?.text, is?.text),
        kind: 'volume' as const,
        subject: nameTree(volume, overlap),
        containers: members,
        ...beforeAndAfter(was?.text, is?.text),
        because: is === undefined ? whyApart(views.after, volume.name, members) : whyTogether(is, was),
        place: placeOfMounts(views, volume.name, members) ?? nearestPlace(views, members),
      },
    ];
  });
}

function listTrees(here: PodView, there: PodView): Map<string, Tree> {
  const trees = new Map<string, Tree>();
  for (const volume of here.volumes.values()) {
    const told =
      volume.origin === 'implicit'
        ? volume.overlaps.flatMap((one) => onlyKnown(one, there, volume.name))
        : volume.overlaps;
    const source = here.declared.get(volume.name);
    const storage = source === undefined ? volume.type : nameStorage(source);
    for (const overlap of told) {
      const text = describeTree(storage, overlap);
      trees.set(JSON.stringify([volume.name, overlap.subPath]), { volume, overlap, storage, text });
    }
  }
  return trees;
}

/**
 * Every container gets an implicit volume: that one which came or went sees it goes without saying. That it is there does,
 * too, where the other side is the object that has it.
 */
function onlyKnown(overlap: Overlap, { containers, volumes }: PodView, volume: string): Overlap[] {
  const known = (names: readonly string[]) => names.filter((name) => containers.has(name));
  const left = known(overlap.containers);
  if (left.length < 2) return [];
  const certainty = volumes.get(volume)?.pointer ? 'certain' : overlap.certainty;
  const [writers, readers] = [known(overlap.writers), known(overlap.readers)];
  return [{ ...overlap, containers: left, writers, readers, certainty }];
}

const nameTree = ({ name }: VolumeReport, { subPath }: Overlap): string => {
  if (subPath === null) return `${name} (a sub-path that variables decide)`;
  return subPath === '' ? name : `${name} (${subPath})`;
};

/** What it is, and who does what, in words that do not depend on the order of the containers. */
function describeTree(storage: string, { writers, readers, certainty }: Overlap): string {
  const known = new Set(writers);
  const others = readers.filter((name) => !known.has(name));
  const parts = [...tellMembers(writers, 'write'), ...tellMembers(others, 'read')];
  return `${storage}: ${parts.join('; ')}${certainty === 'certain' ? '' : ` (${certainty})`}`;
}

const tellMembers = (names: readonly string[], verb: string): string[] =>
  names.length === 0 ? [] : [`${names.toSorted().join(', ')} ${verb}${names.length > 1 ? '' : 's'}`];

const whyTogether = ({ volume, overlap, storage }: Tree, was: Tree | undefined): string =>
  was === undefined || was.storage === storage
    ? `${listNames(overlap.containers)} mount volume ${nameTree(volume, overlap)}.`
    : `Volume ${volume.name} is ${storage} now.`;

/** Says why containers see no tree of a volume together. */
export function whyApart({ volumes }: PodView, volume: string, names: readonly string[]): string {
  const concerned = new Set(names);
  const mounts = volumes.get(volume)?.mounts.filter(({ container }) => concerned.has(container));
  const left = [...new Set(mounts?.map(({ container }) => container))];
  if (mounts === undefined) return `There is no volume ${volume} any more.`;
  if (left.length === 0) return `None of them mounts volume ${volume} any more.`;
  return left.length === 1
    ? `Only ${left[0]} mounts volume ${volume} now.`
    : `${listNames(left)} see different parts of volume ${volume} now.`;
}
