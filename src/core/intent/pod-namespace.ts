import type { NamespaceKind } from '../../model/vocabulary.ts';
import { listNames } from '../list-names.ts';
import { apart, namespacesOf, together } from './evidence.ts';
import type { Ruling } from './ruling.ts';
import type { NamespaceWish } from './wish.ts';

type Words = {
  readonly namespace: NamespaceKind;
  /** What it is called in a sentence. */
  readonly title: string;
  /** The nearest thing that works, to keep it apart. */
  readonly instead: string;
};

/**
 * A namespace that the containers of every Pod share: nothing to write, and nothing that keeps it apart.
 *
 * @see kubernetes `pkg/kubelet/kuberuntime/util/util.go`, NamespacesForPod: it looks at the Pod, never at a container
 */
export const podNamespace =
  ({ namespace, title, instead }: Words) =>
  ({ list, among }: NamespaceWish): Ruling => {
    const isShared = list === 'share';
    return {
      asked: `${listNames(among)} ${isShared ? 'share' : 'do not share'} the ${title}`,
      refusals: isShared
        ? []
        : [`The containers of a Pod always share one ${title}: no field changes that. ${instead}`],
      addition: {},
      prove: (report) => {
        const instances = namespacesOf(report, namespace);
        return isShared ? together(instances, among, title) : apart(instances, among, title);
      },
    };
  };
