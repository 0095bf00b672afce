import { minorOf } from '../../features.ts';
import type { Pod } from '../../pod.ts';
import { sourcesOf } from '../../volumes/volume-type.ts';
import { isSafeSysctl } from '../sysctls.ts';
import { hasOwnUsers, inContainers, type PodSecurityRule } from './rule.ts';

const unmasked = (pod: Pod): string[] =>
  inContainers(pod, ({ pointer, spec }) =>
    (spec.securityContext?.procMount ?? 'Default') === 'Default'
      ? []
      : [`${pointer}/securityContext/procMount`],
  );

/** @see pod-security-admission `policy/check_procMount_baseline.go` */
export const procMountBaseline: PodSecurityRule = {
  id: 'procMount',
  level: 'baseline',
  asks: 'procMount Default',
  broken: (pod) => (hasOwnUsers(pod) ? [] : unmasked(pod)),
};

/** @see pod-security-admission `policy/check_procMount_restricted.go` */
export const procMountRestricted: PodSecurityRule = {
  id: 'procMount_restricted',
  level: 'restricted',
  since: 35,
  asks: 'procMount Default',
  broken: unmasked,
};

/** @see pod-security-admission `policy/check_sysctls.go`: the names are compared as written */
export const sysctls: PodSecurityRule = {
  id: 'sysctls',
  level: 'baseline',
  asks: 'no sysctl outside the safe ones',
  broken: ({ spec, manifest, options }) =>
    (spec.securityContext?.sysctls ?? []).flatMap(({ name = '' }, i) =>
      isSafeSysctl(name, minorOf(options.kubernetesVersion))
        ? []
        : [`${manifest.pointer}/securityContext/sysctls/${i}/name`],
    ),
};

const restrictedTypes: ReadonlySet<string> = new Set([
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'image',
  'persistentVolumeClaim',
  'projected',
  'secret',
]);

/** A volume without a source is an emptyDir. @see pod-security-admission `policy/check_restrictedVolumes.go` */
export const restrictedVolumes: PodSecurityRule = {
  id: 'restrictedVolumes',
  level: 'restricted',
  asks: 'only volumes of the kinds it allows',
  broken: ({ spec, manifest }) =>
    (spec.volumes ?? []).flatMap((volume, i) => {
      const types = sourcesOf(volume);
      return types.length === 0 || types.some((type) => restrictedTypes.has(type))
        ? []
        : [`${manifest.pointer}/volumes/${i}/${types[0]}`];
    }),
};
