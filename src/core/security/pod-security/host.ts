import type { PodContainer } from '../../pod.ts';
import { inContainers, inContexts, type PodSecurityRule } from './rule.ts';

/** @see pod-security-admission `policy/check_hostNamespaces.go` */
export const hostNamespaces: PodSecurityRule = {
  id: 'hostNamespaces',
  level: 'baseline',
  asks: "no namespace of the node's",
  broken: ({ spec, manifest }) =>
    (['hostNetwork', 'hostPID', 'hostIPC'] as const).flatMap((field) =>
      spec[field] === true ? [`${manifest.pointer}/${field}`] : [],
    ),
};

/** @see pod-security-admission `policy/check_hostPathVolumes.go` */
export const hostPathVolumes: PodSecurityRule = {
  id: 'hostPathVolumes',
  level: 'baseline',
  asks: 'no hostPath volumes',
  broken: ({ spec, manifest }) =>
    (spec.volumes ?? []).flatMap(({ hostPath }, i) =>
      hostPath === undefined ? [] : [`${manifest.pointer}/volumes/${i}/hostPath`],
    ),
};

/**
 * With hostNetwork every declared port of an init or app container is a hostPort: the API server fills it in.
 * @see pod-security-admission `policy/check_hostPorts.go`; kubernetes `pkg/apis/core/v1/defaults.go`, SetDefaults_Pod
 */
export const hostPorts: PodSecurityRule = {
  id: 'hostPorts',
  level: 'baseline',
  asks: 'no hostPort',
  broken: (pod) =>
    inContainers(pod, ({ pointer, spec, role }) =>
      (spec.ports ?? []).flatMap(({ hostPort, containerPort }, i) => {
        if (hostPort) return [`${pointer}/ports/${i}/hostPort`];
        const isFilledIn = pod.spec.hostNetwork === true && role !== 'ephemeral' && Boolean(containerPort);
        return isFilledIn ? [`${pointer}/ports/${i}/containerPort`] : [];
      }),
    ),
};

/** @see pod-security-admission `policy/check_hostProbesAndhostLifecycle.go` */
export const hostProbesAndHostLifecycle: PodSecurityRule = {
  id: 'hostProbesAndHostLifecycle',
  level: 'baseline',
  since: 34,
  asks: 'no host in probes and lifecycle handlers',
  broken: (pod) => inContainers(pod, hostFields),
};

function hostFields({ pointer, spec }: PodContainer): string[] {
  const handlers = [
    ['livenessProbe', spec.livenessProbe],
    ['readinessProbe', spec.readinessProbe],
    ['startupProbe', spec.startupProbe],
    ['lifecycle/postStart', spec.lifecycle?.postStart],
    ['lifecycle/preStop', spec.lifecycle?.preStop],
  ] as const;
  return handlers.flatMap(([place, handler]) =>
    (['httpGet', 'tcpSocket'] as const).flatMap((action) =>
      handler?.[action]?.host ? [`${pointer}/${place}/${action}/host`] : [],
    ),
  );
}

/** @see pod-security-admission `policy/check_windowsHostProcess.go` */
export const windowsHostProcess: PodSecurityRule = {
  id: 'windowsHostProcess',
  level: 'baseline',
  asks: 'no hostProcess',
  broken: (pod) =>
    inContexts(
      pod,
      '/windowsOptions/hostProcess',
      ({ windowsOptions }) => windowsOptions?.hostProcess === true,
    ),
};
