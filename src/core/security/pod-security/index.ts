import type { PodSecurityLevel } from '../../../model/vocabulary.ts';
import { minorOf } from '../../features.ts';
import type { Pod } from '../../pod.ts';
import { procMountBaseline, procMountRestricted, restrictedVolumes, sysctls } from './files.ts';
import {
  hostNamespaces,
  hostPathVolumes,
  hostPorts,
  hostProbesAndHostLifecycle,
  windowsHostProcess,
} from './host.ts';
import {
  allowPrivilegeEscalation,
  capabilitiesBaseline,
  capabilitiesRestricted,
  privileged,
} from './privileges.ts';
import {
  appArmorProfile,
  seccompProfileBaseline,
  seccompProfileRestricted,
  seLinuxOptions,
} from './profiles.ts';
import type { PodSecurityRule } from './rule.ts';
import { runAsNonRoot, runAsUser } from './users.ts';

/** Every check of the standards; what decides most stands first. */
const rules: readonly PodSecurityRule[] = [
  hostNamespaces,
  privileged,
  hostPathVolumes,
  hostPorts,
  capabilitiesBaseline,
  hostProbesAndHostLifecycle,
  windowsHostProcess,
  procMountBaseline,
  sysctls,
  seLinuxOptions,
  appArmorProfile,
  seccompProfileBaseline,
  allowPrivilegeEscalation,
  capabilitiesRestricted,
  runAsNonRoot,
  runAsUser,
  seccompProfileRestricted,
  restrictedVolumes,
  procMountRestricted,
];

/** A rule of the next level and the fields that break it; at least one. */
export type BrokenRule = {
  readonly rule: PodSecurityRule;
  readonly pointers: readonly [string, ...string[]];
};

/**
 * Says which is the strictest Pod Security level a Pod passes, at the policy version that equals its Kubernetes version,
 * and what keeps it from the next. The containers of all classes count, ephemeral ones too. Linear.
 *
 * A restricted check that overrides a baseline one asks for more than it, so levels can be judged one after the other.
 *
 * @see pod-security-admission v0.37 `policy/`, one file per check; https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
export function podSecurityLevel(pod: Pod): { level: PodSecurityLevel; broken: BrokenRule[] } {
  for (const [above, level] of [
    ['baseline', 'privileged'],
    ['restricted', 'baseline'],
  ] as const) {
    const broken = brokenRules(pod, above);
    if (broken.length > 0) return { level, broken };
  }
  return { level: 'restricted', broken: [] };
}

const brokenRules = (pod: Pod, level: PodSecurityRule['level']): BrokenRule[] =>
  rules.flatMap((rule) => {
    if (rule.level !== level || minorOf(pod.options.kubernetesVersion) < (rule.since ?? 0)) return [];
    const [first, ...others] = rule.broken(pod);
    return first === undefined ? [] : [{ rule, pointers: [first, ...others] as const }];
  });
