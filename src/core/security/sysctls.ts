/**
 * The minor version since which the kubelet and Pod Security take a sysctl as safe: its effect stays in the Pod.
 *
 * @see kubernetes `pkg/kubelet/sysctl/safe_sysctls.go`, safeSysctls; pod-security-admission `policy/check_sysctls.go`
 */
const safeSince: Readonly<Record<string, number>> = {
  'kernel.shm_rmid_forced': 0,
  'net.ipv4.ip_local_port_range': 0,
  'net.ipv4.tcp_syncookies': 0,
  'net.ipv4.ping_group_range': 0,
  'net.ipv4.ip_unprivileged_port_start': 0,
  'net.ipv4.ip_local_reserved_ports': 27,
  'net.ipv4.tcp_keepalive_time': 29,
  'net.ipv4.tcp_fin_timeout': 29,
  'net.ipv4.tcp_keepalive_intvl': 29,
  'net.ipv4.tcp_keepalive_probes': 29,
  'net.ipv4.tcp_rmem': 32,
  'net.ipv4.tcp_wmem': 32,
  'net.ipv4.tcp_slow_start_after_idle': 37,
  'net.ipv4.tcp_notsent_lowat': 37,
};

/** Says whether a sysctl, spelled with dots, is safe at a minor version. */
export const isSafeSysctl = (name: string, minor: number): boolean =>
  Object.hasOwn(safeSince, name) && minor >= (safeSince[name] ?? 0);

/**
 * Says whether a sysctl, spelled with dots, belongs to a namespace that a Pod can have of its own. Any other is the
 * node's, and no kubelet can allow it.
 *
 * @see kubernetes `pkg/kubelet/sysctl/allowlist.go`, NewAllowlist; component-helpers `node/util/sysctl/namespace.go`
 */
export const isNamespacedSysctl = (name: string, minor: number): boolean =>
  /^(?:net\.|fs\.mqueue\.|kernel\.(?:shm|msg)|kernel\.sem$)/.test(name) ||
  (minor >= 37 && /^(?:user\.|kernel\.domainname$)/.test(name));

/**
 * Spells a sysctl with dots: where its first separator is a slash, slashes and dots change places.
 *
 * @see kubernetes component-helpers `node/util/sysctl/sysctl.go`, NormalizeName
 * @example dottedSysctl('net/ipv4/conf/eth0.1/forwarding') // => 'net.ipv4.conf.eth0/1.forwarding'
 */
export const dottedSysctl = (name: string): string =>
  /[./]/.exec(name)?.[0] === '/'
    ? name.replace(/[./]/g, (separator) => (separator === '/' ? '.' : '/'))
    : name;
