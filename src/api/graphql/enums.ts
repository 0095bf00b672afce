import {
  accesses,
  certainties,
  cgroupVersions,
  changeDirections,
  changeKinds,
  changeStatuses,
  channelKinds,
  checkGroups,
  comparedSides,
  containerRoles,
  crossPodCertainties,
  crossPodKinds,
  details,
  directions,
  documentStatuses,
  intentRoles,
  lifetimes,
  namespaceKinds,
  operatingSystems,
  pairRelations,
  podSecurityLevels,
  propagations,
  runtimes,
  scopes,
  severities,
  verdicts,
  volumeOrigins,
  wordWishes,
  workloadKinds,
} from '../../model/vocabulary.ts';

/** The closed lists of words that are enums of the graph, by the name they have there. */
export const vocabulary = {
  Access: accesses,
  Certainty: certainties,
  CgroupVersion: cgroupVersions,
  ChangeDirection: changeDirections,
  ChangeKind: changeKinds,
  ChangeStatus: changeStatuses,
  ChannelKind: channelKinds,
  ComparedSide: comparedSides,
  CheckGroup: checkGroups,
  ContainerRole: containerRoles,
  CrossPodCertainty: crossPodCertainties,
  CrossPodKind: crossPodKinds,
  Detail: details,
  Direction: directions,
  DocumentStatus: documentStatuses,
  IntentRole: intentRoles,
  Lifetime: lifetimes,
  NamespaceKind: namespaceKinds,
  OperatingSystem: operatingSystems,
  PairRelation: pairRelations,
  PodSecurityLevel: podSecurityLevels,
  Propagation: propagations,
  Runtime: runtimes,
  Scope: scopes,
  Severity: severities,
  Verdict: verdicts,
  VolumeOrigin: volumeOrigins,
  WordWish: wordWishes,
  WorkloadKind: workloadKinds,
} as const satisfies Record<string, readonly string[]>;

/**
 * The name a word of the report has in the graph: in capitals, its parts joined by `_`.
 *
 * @example
 * toEnumName('shared-with-node') // => 'SHARED_WITH_NODE'
 * toEnumName('persistentVolumeClaim') // => 'PERSISTENT_VOLUME_CLAIM'
 */
export const toEnumName = (word: string): string =>
  word
    .replace(/(?<=[a-z])(?=[A-Z])/g, '_')
    .replaceAll('-', '_')
    .toUpperCase();

/** For each enum of the graph, which word of the report each of its values stands for, both ways. */
export const enums: Readonly<Record<string, Readonly<Record<string, string>>>> = Object.fromEntries(
  Object.entries(vocabulary).map(([name, words]) => [
    name,
    Object.fromEntries(words.map((word) => [toEnumName(word), word])),
  ]),
);
