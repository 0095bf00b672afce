import type { Runtime } from '../../model/vocabulary.ts';
import { isPrivileged, type Pod, type PodContainer } from '../pod.ts';
import { type Certain, isRoot } from './identity.ts';

/**
 * What a runtime gives a container that asks for nothing.
 * @see containerd `pkg/oci/spec.go`, defaultUnixCaps
 * @see cri-o `internal/config/capabilities/capabilities_linux.go`, defaultCapabilities
 */
const byDefault: Readonly<Record<Runtime, readonly string[]>> = {
  containerd: [
    'CHOWN',
    'DAC_OVERRIDE',
    'FSETID',
    'FOWNER',
    'MKNOD',
    'NET_RAW',
    'SETGID',
    'SETUID',
    'SETFCAP',
    'SETPCAP',
    'NET_BIND_SERVICE',
    'SYS_CHROOT',
    'KILL',
    'AUDIT_WRITE',
  ],
  'cri-o': [
    'CHOWN',
    'DAC_OVERRIDE',
    'FSETID',
    'FOWNER',
    'SETGID',
    'SETUID',
    'SETPCAP',
    'NET_BIND_SERVICE',
    'KILL',
  ],
};

/** A set of capabilities: these names, or with `all` every one the kernel has but these. */
export type Capabilities = { readonly all: boolean; readonly names: ReadonlySet<string> };

const includes = ({ all, names }: Capabilities, name: string): boolean => names.has(name) !== all;

/**
 * The capabilities a root process of the container has: the runtime's defaults, `add` and `drop` applied as the runtimes
 * do (ALL first, then names; drop wins). Everything when privileged.
 *
 * @see containerd `internal/cri/opts/spec_linux_opts.go`, WithCapabilities
 */
function boundingSet({ options }: Pod, container: PodContainer): Capabilities {
  if (isPrivileged(container)) return { all: true, names: new Set() };
  const added = addedCapabilities(container);
  const dropped = (container.spec.securityContext?.capabilities?.drop ?? []).map(bareName);
  if (added.includes('ALL') && !dropped.includes('ALL')) return { all: true, names: new Set(dropped) };
  const start = dropped.includes('ALL') ? [] : byDefault[options.runtime];
  const names = new Set([...start, ...added.filter((name) => name !== 'ALL')]);
  for (const name of dropped) names.delete(name);
  return { all: false, names };
}

/** The bare names of what a container adds, in the order it is written. */
export const addedCapabilities = ({ spec }: PodContainer): string[] =>
  (spec.securityContext?.capabilities?.add ?? []).map(bareName);

/** `CAP_SYS_PTRACE` and `sys_ptrace` are `SYS_PTRACE`: runtimes take them all. */
const bareName = (capability: string): string => capability.toUpperCase().replace(/^CAP_/, '');

/**
 * Says whether a container's processes really hold a capability. A process that does not run as root loses all of them
 * when it starts, whatever `add` says, because runtimes set no ambient capabilities; only a binary with file
 * capabilities would get them back.
 *
 * @see containerd `internal/cri/server/container_create.go`, buildLinuxSpec (WithoutAmbientCaps);
 *   https://github.com/kubernetes/kubernetes/issues/56374
 */
export function hasCapability(pod: Pod, container: PodContainer, name: string): Certain {
  const root = isRoot(pod, container);
  if (root === 'no') return 'no';
  return includes(boundingSet(pod, container), name) ? root : 'no';
}

/**
 * Says whether everything `b` may do, `a` may do too: the condition the kernel puts on looking into a process.
 * @see Linux `security/commoncap.c`, cap_ptrace_access_check
 */
export function hasAtLeast(pod: Pod, a: PodContainer, b: PodContainer): Certain {
  const rootB = isRoot(pod, b);
  const setB = boundingSet(pod, b);
  if (rootB === 'no' || (!setB.all && setB.names.size === 0)) return 'yes';
  const setA = boundingSet(pod, a);
  const covers = isSubset(setB, setA);
  const rootA = isRoot(pod, a);
  if (covers && rootA === 'yes') return 'yes';
  if (rootB === 'yes' && (!covers || rootA === 'no')) return 'no';
  return covers && a.spec.image === b.spec.image && rootA === rootB ? 'yes' : 'unknown';
}

const isSubset = (small: Capabilities, large: Capabilities): boolean =>
  small.all
    ? large.all && [...large.names].every((name) => small.names.has(name))
    : [...small.names].every((name) => includes(large, name));
