import type { NamespaceSharing } from '../../model/report.ts';
import type { NamespaceKind } from '../../model/vocabulary.ts';
import { namespaceKinds } from '../../model/vocabulary.ts';
import { groupInstances } from '../instances.ts';
import type { Pod } from '../pod.ts';
import { cgroup } from './cgroup.ts';
import { ipc } from './ipc.ts';
import { mount } from './mount.ts';
import type { Namespace } from './namespace.ts';
import { network } from './network.ts';
import { pid } from './pid.ts';
import { time } from './time.ts';
import { user } from './user.ts';
import { uts } from './uts.ts';

const byKind: Readonly<Record<NamespaceKind, Namespace>> = {
  network,
  ipc,
  uts,
  pid,
  mount,
  user,
  cgroup,
  time,
};

/** Every kind of namespace, in report order. */
export const namespaces: readonly Namespace[] = namespaceKinds.map((kind) => byKind[kind]);

/**
 * Says who shares each kind of namespace: always all eight, in report order. On Windows only the network applies;
 * the others have no instances.
 *
 * @see https://kubernetes.io/docs/concepts/windows/intro/
 */
export const shareNamespaces = (pod: Pod): NamespaceSharing[] =>
  namespaces.map(({ kind, onWindows, place }) => {
    const applies = pod.os === 'linux' || onWindows;
    return {
      kind,
      applies,
      instances: applies ? groupInstances(pod, (container) => place(pod, container)) : [],
    };
  });
