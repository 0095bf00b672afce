/**
 * The fields that let a Pod pass level restricted, as plain data to build manifests from.
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
 */
export const restrictedPod = {
  runAsNonRoot: true,
  runAsUser: 1000,
  runAsGroup: 1000,
  fsGroup: 1000,
  seccompProfile: { type: 'RuntimeDefault' },
} as const;

/** Ports below it are for root, unless the sysctl says otherwise. */
const firstUnprivilegedPort = 1024;

/**
 * The same for a Pod whose containers listen on ports. They are not root, so a sysctl that is safe opens the ports below 1024;
 * adding NET_BIND_SERVICE would do nothing for such a user. containerd opens them by itself, CRI-O does not.
 *
 * @see kubernetes `pkg/kubelet/sysctl/safe_sysctls.go`; containerd `internal/cri/server/container_create.go`, WithoutAmbientCaps
 */
export function restrictedPodWith(ports: readonly number[]): Readonly<Record<string, unknown>> {
  const lowest = Math.min(...ports, firstUnprivilegedPort);
  return lowest === firstUnprivilegedPort
    ? restrictedPod
    : {
        ...restrictedPod,
        sysctls: [{ name: 'net.ipv4.ip_unprivileged_port_start', value: String(lowest) }],
      };
}

/** The same for each of its containers. */
export const restrictedContainer = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
} as const;
