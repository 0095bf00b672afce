import { sources } from '../sources.ts';
import { containerPlacement, type Namespace } from './namespace.ts';

/**
 * Mount: always the container's own; no field changes it. Files are shared only through volumes and the files the
 * runtime mounts itself.
 *
 * @see containerd `pkg/oci/spec.go`, defaultUnixNamespaces
 */
export const mount: Namespace = {
  kind: 'mount',
  title: 'Mount (file system)',
  isolates: 'The list of mounts, and with it the root file system.',
  byDefault:
    'One per container, always: each has the root file system of its image. Volumes are how files are shared.',
  fields: [],
  command: 'kubectl exec POD -c CONTAINER -- readlink /proc/self/ns/mnt',
  source: sources.manMountNamespaces,
  onWindows: false,
  place: (_pod, { name }) =>
    containerPlacement(name, {
      text: 'Each container always has a mount namespace and a root file system of its own; only volumes, and the few files the runtime mounts itself (/etc/hosts, /dev/shm and the like), put the same files into several.',
      source: sources.containerdCapabilities,
    }),
};
