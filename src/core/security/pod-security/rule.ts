import type { ContainerSecurityContext, PodSecurityContext } from '../../../model/pod.ts';
import { minorOf } from '../../features.ts';
import type { Pod, PodContainer } from '../../pod.ts';

/** One check of the Pod Security Standards. */
export type PodSecurityRule = {
  /** As the admission plugin names it. */
  readonly id: string;
  readonly level: 'baseline' | 'restricted';
  /** First minor version of the policy that has it. */
  readonly since?: number;
  /** What the level needs: the words after "it needs:". */
  readonly asks: string;
  /** Lists the pointers of the fields that break it: of the containers of all classes, in start order. */
  readonly broken: (pod: Pod) => string[];
};

/** Lists what is found in each container. */
export const inContainers = ({ containers }: Pod, find: (container: PodContainer) => string[]): string[] =>
  containers.flatMap(find);

/**
 * Finds the security contexts, the Pod's first, in which a field both levels have is wrong.
 *
 * @param field - Pointer of the field inside the context, from its `/` on.
 */
export const inContexts = (
  pod: Pod,
  field: string,
  isWrong: (context: PodSecurityContext | ContainerSecurityContext) => boolean,
): string[] => {
  const place = (pointer: string, context: PodSecurityContext | ContainerSecurityContext | undefined) =>
    context !== undefined && isWrong(context) ? [`${pointer}/securityContext${field}`] : [];
  return [
    ...place(pod.manifest.pointer, pod.spec.securityContext),
    ...inContainers(pod, ({ pointer, spec }) => place(pointer, spec.securityContext)),
  ];
};

/** Windows Pods need not set what Windows does not have. Only `spec.os.name` counts here, not a node selector. */
export const isExemptAsWindows = ({ spec }: Pod): boolean => spec.os?.name === 'windows';

/** From policy version 1.35 on, a user namespace of the Pod's own stands for some demands. */
export const hasOwnUsers = ({ spec, options }: Pod): boolean =>
  spec.hostUsers === false && minorOf(options.kubernetesVersion) >= 35;
