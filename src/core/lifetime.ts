import type { Lifetime } from '../model/vocabulary.ts';
import type { PodContainer } from './pod.ts';

/**
 * Says whether two containers of a Pod can be alive together, `a` standing before `b` in start order.
 *
 * Plain init containers run alone, one after another, each to its end; sidecars stay from their start to the end of the
 * Pod; apps run together after all of them; ephemeral containers may come at any time, even during initialization.
 * So only a plain init container can be over before another starts, and nothing that starts after it ever meets it,
 * except an ephemeral container.
 *
 * @see kubernetes `pkg/kubelet/kuberuntime/kuberuntime_container.go`, computeInitContainerActions;
 *   `kuberuntime_manager.go`, computePodActions
 */
export const lifetimeOf = (a: HasRole, b: HasRole): Lifetime =>
  a.role === 'init' && b.role !== 'ephemeral' ? 'a-before-b' : 'concurrent';

/** Says whether two containers of a Pod can be alive together, whichever starts first. */
export const canMeet = (x: PodContainer, y: PodContainer): boolean =>
  (x.order < y.order ? lifetimeOf(x, y) : lifetimeOf(y, x)) === 'concurrent';

type HasRole = Pick<PodContainer, 'role'>;
