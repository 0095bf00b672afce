import { joinPointer } from '../../../model/pointer.ts';
import { minorOf } from '../../features.ts';
import { appArmorAnnotation } from '../confinement.ts';
import { inContainers, inContexts, isExemptAsWindows, type PodSecurityRule } from './rule.ts';

const isProfile = (type: string | undefined): boolean => type === 'RuntimeDefault' || type === 'Localhost';

/** @see pod-security-admission `policy/check_appArmorProfile.go` */
export const appArmorProfile: PodSecurityRule = {
  id: 'appArmorProfile',
  level: 'baseline',
  asks: 'an AppArmor profile that confines',
  broken: (pod) => [
    ...inContexts(
      pod,
      '/appArmorProfile/type',
      ({ appArmorProfile: profile }) => profile !== undefined && !isProfile(profile.type),
    ),
    ...Object.entries(pod.manifest.metadata.annotations ?? {})
      .filter(([key, value]) => key.startsWith(appArmorAnnotation) && !isAppArmorValue(value))
      .map(([key]) => joinPointer(`${pod.manifest.metadataPointer}/annotations`, key)),
  ],
};

const isAppArmorValue = (value: string): boolean =>
  value === '' || value === 'runtime/default' || value.startsWith('localhost/');

/** @see pod-security-admission `policy/check_seccompProfile_baseline.go` */
export const seccompProfileBaseline: PodSecurityRule = {
  id: 'seccompProfile_baseline',
  level: 'baseline',
  asks: 'a seccomp profile that confines, if any',
  broken: (pod) =>
    inContexts(
      pod,
      '/seccompProfile/type',
      ({ seccompProfile }) => seccompProfile !== undefined && !isProfile(seccompProfile.type),
    ),
};

/** What a container does not set, the Pod may. @see pod-security-admission `policy/check_seccompProfile_restricted.go` */
export const seccompProfileRestricted: PodSecurityRule = {
  id: 'seccompProfile_restricted',
  level: 'restricted',
  asks: 'seccompProfile.type RuntimeDefault or Localhost',
  broken: (pod) =>
    isExemptAsWindows(pod) || isProfile(pod.spec.securityContext?.seccompProfile?.type)
      ? []
      : inContainers(pod, ({ pointer, spec }) =>
          spec.securityContext?.seccompProfile === undefined
            ? [`${pointer}/securityContext/seccompProfile`]
            : [],
        ),
};

const seLinuxTypes: ReadonlySet<string> = new Set(['', 'container_t', 'container_init_t', 'container_kvm_t']);

/** @see pod-security-admission `policy/check_seLinuxOptions.go` */
export const seLinuxOptions: PodSecurityRule = {
  id: 'seLinuxOptions',
  level: 'baseline',
  asks: 'no SELinux user or role, and no unusual type',
  broken: (pod) => {
    const isNewType = (type: string) =>
      type === 'container_engine_t' && minorOf(pod.options.kubernetesVersion) >= 31;
    return inContexts(pod, '/seLinuxOptions', ({ seLinuxOptions: options }) => {
      const { type = '', user, role } = options ?? {};
      return Boolean(user) || Boolean(role) || !(seLinuxTypes.has(type) || isNewType(type));
    });
  },
};
