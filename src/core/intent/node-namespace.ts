import type { NamespaceKind } from '../../model/vocabulary.ts';
import { namespacesOf } from './evidence.ts';
import type { Plan } from './plan.ts';
import type { Ruling } from './ruling.ts';
import type { NodeWish } from './wish.ts';

type Words = {
  readonly namespace: NamespaceKind;
  readonly title: string;
  readonly field: 'hostNetwork' | 'hostIPC' | 'hostPID';
  readonly comment: string;
  /** What else comes with it, a sentence. */
  readonly says: string;
};

/**
 * A namespace of the node's in place of the Pod's own: a field for all containers. Without it none of them is there.
 *
 * @see kubernetes `pkg/kubelet/kuberuntime/util/util.go`; pod-security-admission `policy/check_hostNamespaces.go`
 */
export const nodeNamespace =
  ({ namespace, title, field, comment, says }: Words) =>
  ({ list }: NodeWish, { intent }: Plan): Ruling => {
    const isShared = list === 'share';
    const { profile } = intent;
    return {
      asked: `The Pod ${isShared ? 'is' : 'is not'} in the ${title} of the node`,
      refusals:
        isShared && profile !== undefined && profile !== 'privileged'
          ? [
              `The profile that is asked for allows no namespace of the node: ${field} passes the Pod Security level privileged only. Leave the wish out, or ask for the profile privileged.`,
            ]
          : [],
      addition: isShared ? { fields: { [field]: true }, comments: { [field]: comment }, says: [says] } : {},
      prove: (report) => {
        const instances = namespacesOf(report, namespace);
        const isWrong = (scope: string) => (scope === 'node') !== isShared;
        const wrong = instances.find(({ scope }) => isWrong(scope));
        return {
          holds: instances.length > 0 && wrong === undefined,
          because: (wrong ?? instances[0])?.because.text ?? `The report has no ${title}.`,
        };
      },
    };
  };
