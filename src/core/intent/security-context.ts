import { restrictedContainer, restrictedPod } from '../security/pod-security/restricted.ts';
import type { Plan } from './plan.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Ports below it are for root, unless the sysctl says otherwise. */
const firstUnprivilegedPort = 1024;

/**
 * What the profile of an intent asks of the Pod: nothing but for restricted. There the containers are not root, so a sysctl
 * that is safe opens the ports below 1024 that are wished for; adding NET_BIND_SERVICE would do nothing for such a user.
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
 * @see kubernetes `pkg/kubelet/sysctl/safe_sysctls.go`; containerd `internal/cri/server/container_create.go`, WithoutAmbientCaps
 */
export function podSecurityContext({ intent, wishes }: Plan): Fields | undefined {
  if (intent.profile !== 'restricted') return undefined;
  const ports = wishes.flatMap((wish) => (wish.kind === 'port' && wish.list === 'share' ? [wish.port] : []));
  const lowest = Math.min(...ports, firstUnprivilegedPort);
  return lowest === firstUnprivilegedPort
    ? restrictedPod
    : {
        ...restrictedPod,
        sysctls: [{ name: 'net.ipv4.ip_unprivileged_port_start', value: String(lowest) }],
      };
}

/** The same for each of its containers. */
export const containerSecurityContext = ({ intent }: Plan): Fields | undefined =>
  intent.profile === 'restricted' ? restrictedContainer : undefined;
