import type { ContainerSecurityContext, PodSecurityContext } from '../../../model/pod.ts';
import { isOn, minorOf } from '../../features.ts';
import type { Pod } from '../../pod.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { removeFound } from '../edits.ts';
import { refused } from '../refused.ts';

export const linuxOnlyField: Check = {
  id: 'linux-only-field',
  group: 'rejected',
  severity: 'error',
  summary: 'A Pod with os.name windows sets a field that only Linux has.',
  why: 'Namespaces, capabilities, user ids and profiles of Linux mean nothing on Windows. Most of these fields are refused whatever their value, shareProcessNamespace: false too.',
  remedy: 'Remove the field. hostNetwork is accepted; windowsOptions holds what Windows has instead.',
  source: sources.windows,
  fix: {
    effect: 'Removes the field. The Pod is accepted; a Windows node has nothing that the field could change.',
    edits: removeFound,
  },
  *run({ pod }) {
    if (pod.spec.os?.name !== 'windows') return;
    for (const field of podFields(pod)) {
      yield refused(pod, {
        pointer: `${pod.manifest.pointer}/${field}`,
        gist: 'cannot be set for a windows pod',
      });
    }
    for (const container of pod.containers) {
      const { securityContext = {} } = container.spec;
      for (const field of ofContainer) {
        if (securityContext[field] === undefined) continue;
        const pointer = `${container.pointer}/securityContext/${field}`;
        yield refused(pod, { pointer, gist: 'cannot be set for a windows pod', container });
      }
    }
  },
};

function* podFields({ spec, options }: Pod): Generator<string> {
  const { securityContext = {} } = spec;
  if (spec.hostUsers !== undefined && isOn('UserNamespacesSupport', options)) yield 'hostUsers';
  if (spec.hostPID === true) yield 'hostPID';
  if (spec.hostIPC === true) yield 'hostIPC';
  if (spec.shareProcessNamespace !== undefined) yield 'shareProcessNamespace';
  for (const field of ofPod) if (securityContext[field] !== undefined) yield `securityContext/${field}`;
  if (securityContext.sysctls?.length) yield 'securityContext/sysctls';
  // Resources of the Pod as a whole: on by default since 1.34, dropped before.
  if (spec.resources !== undefined && minorOf(options.kubernetesVersion) >= 34) yield 'resources';
}

const ofPod = [
  'appArmorProfile',
  'seLinuxOptions',
  'seccompProfile',
  'fsGroup',
  'fsGroupChangePolicy',
  'runAsUser',
  'runAsGroup',
  'supplementalGroups',
  'supplementalGroupsPolicy',
  'seLinuxChangePolicy',
] as const satisfies readonly (keyof PodSecurityContext)[];

const ofContainer = [
  'appArmorProfile',
  'seLinuxOptions',
  'seccompProfile',
  'capabilities',
  'readOnlyRootFilesystem',
  'privileged',
  'allowPrivilegeEscalation',
  'procMount',
  'runAsUser',
  'runAsGroup',
] as const satisfies readonly (keyof ContainerSecurityContext)[];
