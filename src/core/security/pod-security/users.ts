import { hasOwnUsers, inContainers, inContexts, type PodSecurityRule } from './rule.ts';

/** What a container does not say, the Pod may. @see pod-security-admission `policy/check_runAsNonRoot.go` */
export const runAsNonRoot: PodSecurityRule = {
  id: 'runAsNonRoot',
  level: 'restricted',
  asks: 'runAsNonRoot true',
  broken: (pod) => {
    if (hasOwnUsers(pod)) return [];
    const denied = inContexts(pod, '/runAsNonRoot', (context) => context.runAsNonRoot === false);
    if (denied.length > 0 || pod.spec.securityContext?.runAsNonRoot === true) return denied;
    return inContainers(pod, ({ pointer, spec }) =>
      spec.securityContext?.runAsNonRoot === undefined ? [`${pointer}/securityContext/runAsNonRoot`] : [],
    );
  },
};

/** @see pod-security-admission `policy/check_runAsUser.go` */
export const runAsUser: PodSecurityRule = {
  id: 'runAsUser',
  level: 'restricted',
  asks: 'a runAsUser other than 0',
  broken: (pod) =>
    hasOwnUsers(pod) ? [] : inContexts(pod, '/runAsUser', (context) => context.runAsUser === 0),
};
