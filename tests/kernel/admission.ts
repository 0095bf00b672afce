import { randomUUID } from 'node:crypto';

import type { Container, PodMetadata, PodSpec } from '../../src/model/pod.ts';

/** A Pod as a manifest has it. */
export type Pod = {
  readonly metadata: PodMetadata & {
    readonly labels?: Readonly<Record<string, string>>;
  };
  readonly spec: PodSpec;
};

/** All containers of a Pod, in start order. */
export const containersOf = ({
  initContainers,
  containers,
  ephemeralContainers,
}: PodSpec): readonly Container[] => [
  ...(initContainers ?? []),
  ...(containers ?? []),
  ...(ephemeralContainers ?? []),
];

const tokenPath = '/var/run/secrets/kubernetes.io/serviceaccount';
export const tokenVolume = 'kube-api-access';

/**
 * Does to a Pod what the API server does before a kubelet hears of it: gives it an identity and the service-account token.
 * A Pod that has an identity is as it runs.
 *
 * @see kubernetes plugin/pkg/admission/serviceaccount/admission.go, Admit and TokenVolumeSource
 */
export const admit = ({ metadata, spec }: Pod): Pod => {
  const withToken =
    spec.automountServiceAccountToken === false || metadata.uid !== undefined
      ? (container: Container) => container
      : mountToken;
  return {
    metadata: { namespace: 'default', ...metadata, uid: randomUUID() },
    spec: {
      ...spec,
      volumes: [...(spec.volumes ?? []), { name: tokenVolume, projected: tokenSources }],
      initContainers: (spec.initContainers ?? []).map(withToken),
      containers: (spec.containers ?? []).map(withToken),
    },
  };
};

export const tokenSources = {
  sources: [
    { serviceAccountToken: { path: 'token' } },
    { configMap: { name: 'kube-root-ca.crt', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
    { downwardAPI: { items: [{ path: 'namespace', fieldRef: { fieldPath: 'metadata.namespace' } }] } },
  ],
};

const mountToken = (container: Container): Container => {
  const mounts = container.volumeMounts ?? [];
  if (mounts.some(({ mountPath }) => mountPath === tokenPath)) return container;
  return {
    ...container,
    volumeMounts: [...mounts, { name: tokenVolume, mountPath: tokenPath, readOnly: true }],
  };
};
