import type { Channel } from '../../model/report.ts';
import type { PodContainer } from '../pod.ts';
import { sources } from '../sources.ts';
import type { VolumeOverlap } from '../volumes/overlaps.ts';
import { takesFsGroup } from '../volumes/volume-type.ts';
import {
  bothWays,
  type ChannelRule,
  handOver,
  type Judgement,
  merge,
  no,
  type PairFacts,
} from './channel.ts';
import { fileConditions } from './file-owner.ts';
import { areHostProcesses } from './windows-processes.ts';

/**
 * Files of a volume that both see: one writes, the other reads. One entry per tree that can carry data; when there is none,
 * one entry that says why.
 *
 * @see kubernetes `pkg/kubelet/kubelet_pods.go`, makeMounts
 */
export const sharedFiles: ChannelRule = {
  kind: 'shared-files',
  title: 'Files of a volume',
  allows: 'Reading what the other wrote, now or before it ended.',
  needs:
    'A volume that both mount, a tree of it that both see, and one of them that may write there; a file that one gets a variable from (fileKeyRef) it need not mount.',
  source: sources.volumes,
  judge(pair) {
    const entries = pair.overlaps
      .filter((overlap) => overlap.subPath !== null || isOpen(pair, overlap))
      .flatMap((overlap) => judgeOverlap(pair, overlap));
    const possible = [
      ...entries.filter(({ verdict }) => verdict !== 'no'),
      ...(areHostProcesses(pair) ? filesOfNode(pair) : []),
    ];
    if (possible.length > 0) return possible;
    return bothWays('shared-files', no(whyNot(pair, entries)));
  },
};

/** HostProcess containers have no file system of their own beside their volumes. */
const filesOfNode = (pair: PairFacts): Channel[] =>
  handOver(
    'shared-files',
    pair,
    {
      verdict: 'yes',
      because: 'Both are HostProcess containers, which use the file system of the node.',
      conditions: ['The permissions of the files let the users of both in.'],
    },
    `What ${pair.a.name} leaves there, ${pair.b.name} finds.`,
  );

/** An overlap with an unknown path is about the containers whose own path is unknown: it says nothing of two others. */
const isOpen = ({ a, b, mountsOf }: PairFacts, { volume }: VolumeOverlap): boolean =>
  [a, b].some((container) =>
    mountsOf(container).some((mount) => mount.volume.name === volume && mount.subPath === null),
  );

function judgeOverlap(pair: PairFacts, overlap: VolumeOverlap): Channel[] {
  const { a, b, lifetime } = pair;
  const aToB = pass(pair, overlap, a, b);
  const bToA = lifetime === 'concurrent' ? pass(pair, overlap, b, a) : no('');
  return merge('shared-files', aToB, bToA, overlap.volume);
}

function pass(
  { pod, a, b, lifetime, mountsOf }: PairFacts,
  overlap: VolumeOverlap,
  from: PodContainer,
  to: PodContainer,
): Judgement {
  const { subPath, writers, certainty, readAtStart } = overlap;
  if (!writers.includes(from.name)) return no(`${from.name} cannot write there.`);
  const isAtStart = readAtStart.includes(to.name);
  const conditions = isAtStart ? [] : fileConditions(pod, from, to, isOfFsGroup(overlap, from, mountsOf));
  if (certainty === 'runtime-dependent')
    conditions.unshift('The variables of subPathExpr lead both to the same files.');
  const volume = `volume ${nameVolume(overlap, a, b)}`;
  const where = subPath ? `${subPath} of ${volume}` : volume;
  if (isAtStart) {
    const because = `${from.name} can write ${where}, which the kubelet reads into a variable of ${to.name} (fileKeyRef) when ${to.name} starts.`;
    return lifetime === 'concurrent'
      ? {
          verdict: 'conditional',
          because,
          conditions: [...conditions, `${from.name} has written it by then.`],
        }
      : { verdict: 'left-behind', because, conditions };
  }
  if (lifetime !== 'concurrent') {
    return {
      verdict: 'left-behind',
      because: `${from.name} writes to ${where} before ${to.name} starts and finds it.`,
      conditions,
    };
  }
  return {
    verdict: certainty === 'certain' ? 'yes' : 'conditional',
    because: `Both mount ${where}.`,
    conditions,
  };
}

/** Names the volume; for a container that has its files by the name of another, that as well. */
function nameVolume({ volume, otherNames }: VolumeOverlap, ...containers: readonly PodContainer[]): string {
  const others = containers.flatMap(({ name }) => {
    const other = otherNames.get(name);
    return other === undefined ? [] : [`${name} through volume ${other}`];
  });
  return others.length === 0 ? volume : `${volume} (${others.join(', ')})`;
}

/** Says whether what a container writes there is of the `fsGroup`. */
const isOfFsGroup = (
  { volume, otherNames }: VolumeOverlap,
  writer: PodContainer,
  mountsOf: PairFacts['mountsOf'],
): boolean => {
  const name = otherNames.get(writer.name) ?? volume;
  return mountsOf(writer).some((mount) => mount.volume.name === name && takesFsGroup(mount.volume.type));
};

function whyNot({ a, b, overlaps, mountsOf }: PairFacts, entries: readonly Channel[]): string {
  const [first] = overlaps;
  if (first !== undefined && entries.length > 0) {
    const volumes = [...new Set(overlaps.map((overlap) => nameVolume(overlap, a, b)))].join(', ');
    const mountNothing = overlaps.flatMap(({ readAtStart }) => readAtStart);
    const bothMount = [a, b].some(({ name }) => mountNothing.includes(name)) ? 'Both see' : 'Both mount';
    return overlaps.some(({ writers }) => writers.includes(b.name))
      ? `${bothMount} ${volumes}, but ${a.name} cannot write there and has ended before ${b.name} starts.`
      : `${bothMount} ${volumes}, but read-only: they see the same content and cannot pass any.`;
  }
  const volumesOf = (container: PodContainer) =>
    new Set(mountsOf(container).map(({ volume }) => volume.name));
  const [ofA, ofB] = [volumesOf(a), volumesOf(b)];
  const common = [...ofA].filter((name) => ofB.has(name));
  return common.length > 0
    ? `They see different parts of volume ${common[0]}.`
    : 'No volume is mounted in both, and their root file systems are separate.';
}
