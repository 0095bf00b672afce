import { inContainers, isExemptAsWindows, type PodSecurityRule } from './rule.ts';

/** @see pod-security-admission `policy/check_privileged.go` */
export const privileged: PodSecurityRule = {
  id: 'privileged',
  level: 'baseline',
  asks: 'no privileged container',
  broken: (pod) =>
    inContainers(pod, ({ pointer, spec }) =>
      spec.securityContext?.privileged === true ? [`${pointer}/securityContext/privileged`] : [],
    ),
};

/** Compared letter by letter: `CAP_CHOWN` is not in it. */
const mayAdd: ReadonlySet<string> = new Set([
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
]);

/** @see pod-security-admission `policy/check_capabilities_baseline.go` */
export const capabilitiesBaseline: PodSecurityRule = {
  id: 'capabilities_baseline',
  level: 'baseline',
  asks: 'no added capability outside the usual ones',
  broken: (pod) =>
    inContainers(pod, ({ pointer, spec }) =>
      (spec.securityContext?.capabilities?.add ?? []).flatMap((name, i) =>
        mayAdd.has(name) ? [] : [`${pointer}/securityContext/capabilities/add/${i}`],
      ),
    ),
};

/** @see pod-security-admission `policy/check_capabilities_restricted.go` */
export const capabilitiesRestricted: PodSecurityRule = {
  id: 'capabilities_restricted',
  level: 'restricted',
  asks: 'capabilities.drop with ALL, and at most NET_BIND_SERVICE added',
  broken: (pod) =>
    isExemptAsWindows(pod)
      ? []
      : inContainers(pod, ({ pointer, spec }) => {
          const { add = [], drop = [] } = spec.securityContext?.capabilities ?? {};
          const at = `${pointer}/securityContext/capabilities`;
          return [
            ...(drop.includes('ALL') ? [] : [`${at}/drop`]),
            ...add.flatMap((name, i) => (name === 'NET_BIND_SERVICE' ? [] : [`${at}/add/${i}`])),
          ];
        }),
};

/** @see pod-security-admission `policy/check_allowPrivilegeEscalation.go` */
export const allowPrivilegeEscalation: PodSecurityRule = {
  id: 'allowPrivilegeEscalation',
  level: 'restricted',
  asks: 'allowPrivilegeEscalation false',
  broken: (pod) =>
    isExemptAsWindows(pod)
      ? []
      : inContainers(pod, ({ pointer, spec }) =>
          spec.securityContext?.allowPrivilegeEscalation === false
            ? []
            : [`${pointer}/securityContext/allowPrivilegeEscalation`],
        ),
};
