import { toEnumName, vocabulary } from '../../../src/api/graphql/enums.ts';
import * as words from '../../../src/model/vocabulary.ts';

test.each([
  ['network', 'NETWORK'],
  ['shared-with-node', 'SHARED_WITH_NODE'],
  ['persistentVolumeClaim', 'PERSISTENT_VOLUME_CLAIM'],
  ['HostToContainer', 'HOST_TO_CONTAINER'],
  ['None', 'NONE'],
  ['cri-o', 'CRI_O'],
  ['v2', 'V2'],
  ['sysv-ipc', 'SYSV_IPC'],
])('%s is %s in the graph', (word, name) => {
  expect(toEnumName(word)).toBe(name);
});

test('no two words of one list have the same name', () => {
  for (const list of Object.values(vocabulary)) {
    expect(new Set(list.map(toEnumName)).size).toBe(list.length);
  }
});

test('every closed list of words of the model is an enum of the graph, but for paths and version numbers', () => {
  const lists: readonly (readonly string[])[] = Object.values(words);
  const enums: readonly (readonly string[])[] = Object.values(vocabulary);
  expect(lists.filter((list) => !enums.includes(list))).toStrictEqual([
    words.kubernetesVersions,
    // Answers for assistants only.
    words.namespaceShares,
    // Parts of `wordWishes`.
    words.nodeNamespaces,
    words.runtimeMountPaths,
    words.sharedNamespaces,
    // What examples say of themselves: more may come.
    words.sharingKinds,
    words.topicTypes,
  ]);
});
