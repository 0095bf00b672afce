import { listNames } from '../list-names.ts';
import { apart, namespacesOf, together } from './evidence.ts';
import { lifetimeBetween, type Plan, wishesNode } from './plan.ts';
import type { Addition, Ruling } from './ruling.ts';
import type { NamespaceWish } from './wish.ts';

/**
 * Processes: `shareProcessNamespace` is one switch for all containers of a Pod, init containers included. With `hostPID` they
 * see each other anyway, and the API server refuses both.
 *
 * @see kubernetes `pkg/kubelet/kuberuntime/util/util.go`, PidNamespaceForPod
 */
export function pid(wish: NamespaceWish, plan: Plan): Ruling {
  const { among } = wish;
  const title = 'PID namespace';
  if (wish.list === 'keepApart') {
    return {
      asked: `${listNames(among)} do not share processes (PID namespace)`,
      refusals: [],
      addition: {},
      prove: (report) => apart(namespacesOf(report, 'pid'), among, title),
    };
  }
  return {
    asked: `${listNames(among)} share processes (PID namespace)`,
    refusals: among.length < plan.names.length ? [someOnly(plan, among)] : [],
    addition: wishesNode(plan, 'host-pid') ? {} : addition,
    prove: (report) => together(namespacesOf(report, 'pid'), among, title),
  };
}

const addition: Addition = {
  fields: { shareProcessNamespace: true },
  comments: {
    shareProcessNamespace: 'One PID namespace for all containers. PID 1 in it is the pause process.',
  },
  says: [
    "shareProcessNamespace: true puts all containers into one PID namespace: they see each other's processes, and signal them where their users allow it.",
  ],
};

function someOnly({ containers, names }: Plan, among: readonly string[]): string {
  const others = names.filter((name) => !among.includes(name));
  const neverMeet = others.every((other) =>
    among.every((member) => lifetimeBetween(containers, other, member) !== 'concurrent'),
  );
  return `A Pod shares processes among all of its containers or none: shareProcessNamespace has no names, and the target of an ephemeral container is for debugging only. ${
    neverMeet
      ? 'Wish for `pid` among all: the others are init containers that never run together with these, so none sees the processes of another.'
      : 'Share `pid` among all, or put the others into a Pod of their own.'
  }`;
}
