import { nodeNamespaces } from '../../model/vocabulary.ts';
import { isOn, sinceVersion } from '../features.ts';
import { listNames } from '../list-names.ts';
import { apart, holdingAll, namespacesOf, together } from './evidence.ts';
import type { Plan } from './plan.ts';
import type { Addition, Ruling } from './ruling.ts';
import { type NamespaceWish, placeOf } from './wish.ts';

/**
 * Users: `hostUsers: false` gives the Pod one user namespace for all its containers. Without it they share the node's, which
 * is not what this wish asks for: the node shares it too.
 *
 * @see kubernetes `pkg/kubelet/userns/userns_manager.go`; `pkg/apis/core/validation/validation.go`, validateHostUsers
 */
export function user(wish: NamespaceWish, plan: Plan): Ruling {
  const { among } = wish;
  const title = 'user namespace';
  if (wish.list === 'keepApart') {
    return {
      asked: `${listNames(among)} do not share the ${title}`,
      refusals: [
        `The containers of a Pod always share one ${title}: the node's, or with hostUsers: false one of the Pod. Put them into two Pods, each with hostUsers: false.`,
      ],
      addition: {},
      prove: (report) => apart(namespacesOf(report, 'user'), among, title),
    };
  }
  return {
    asked: `${listNames(among)} share a ${title} of the Pod`,
    refusals: refusals(plan, among),
    addition,
    prove: (report) => {
      const instances = namespacesOf(report, 'user');
      const { because, holds } = together(instances, among, title);
      return { because, holds: holds && holdingAll(instances, among)?.scope === 'pod' };
    },
  };
}

const addition: Addition = {
  fields: { hostUsers: false },
  comments: { hostUsers: 'One user namespace for the Pod: its users, root too, are nobody on the node.' },
  says: [
    'hostUsers: false gives the Pod one user namespace: the same uid is the same user in all its containers, and nobody on the node.',
  ],
};

function refusals({ names, options, wishes }: Plan, among: readonly string[]): string[] {
  const { kubernetesVersion } = options;
  const ofNode = wishes.find(
    ({ list, kind }) => list === 'share' && nodeNamespaces.some((node) => node === kind),
  );
  return [
    ...(among.length < names.length
      ? [
          'hostUsers: false holds for all containers of a Pod. Share `user` among all, or put the others into a Pod of their own.',
        ]
      : []),
    ...(isOn('UserNamespacesSupport', { kubernetesVersion })
      ? []
      : [
          `User namespaces are on by default since Kubernetes ${sinceVersion('UserNamespacesSupport')}: before, hostUsers: false is dropped. Build for a newer version, or leave the wish out: then all containers are in the user namespace of the node.`,
        ]),
    ...(ofNode === undefined
      ? []
      : [
          `A Pod with a user namespace of its own cannot be in a namespace of the node, as ${placeOf(ofNode)} wishes. Leave one of the two out, or use two Pods.`,
        ]),
  ];
}
