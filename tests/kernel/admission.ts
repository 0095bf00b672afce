import type { Container, PodMetadata, PodSpec } from '../../src/model/pod.ts';

/** A Pod as a manifest has it. */
export type Pod = { readonly metadata: PodMetadata; readonly spec: PodSpec };

const tokenPath = '/var/run/secrets/kubernetes.io/serviceaccount';
export const tokenVolume = 'kube-api-access';

/**
 * Does to a Pod what happens before the runtime hears of it: the API server's admission adds the service-account token (kubernetes
 * plugin/pkg/admission/serviceaccount/admission.go), the kubelet fills in environment variables that name the Pod.
 */
export const admit = ({ metadata, spec }: Pod): Pod => {
  const named = (container: Container): Container => withNames(container, metadata.name ?? '');
  const withToken =
    spec.automountServiceAccountToken === false
      ? named
      : (container: Container) => mountToken(named(container));
  return {
    metadata,
    spec: {
      ...spec,
      volumes: [...(spec.volumes ?? []), { name: tokenVolume, projected: {} }],
      initContainers: (spec.initContainers ?? []).map(withToken),
      containers: (spec.containers ?? []).map(withToken),
      ephemeralContainers: (spec.ephemeralContainers ?? []).map(named),
    },
  };
};

const mountToken = (container: Container): Container => {
  const mounts = container.volumeMounts ?? [];
  if (mounts.some(({ mountPath }) => mountPath === tokenPath)) return container;
  return {
    ...container,
    volumeMounts: [...mounts, { name: tokenVolume, mountPath: tokenPath, readOnly: true }],
  };
};

const withNames = (container: Container, podName: string): Container => ({
  ...container,
  env: (container.env ?? []).map((variable) =>
    variable.valueFrom?.fieldRef?.fieldPath === 'metadata.name' ? { ...variable, value: podName } : variable,
  ),
});
