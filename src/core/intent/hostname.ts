import { podNamespace } from './pod-namespace.ts';

/** The UTS namespace. */
export const hostname = podNamespace({
  namespace: 'uts',
  title: 'hostname (UTS namespace)',
  instead: 'Put them into two Pods: each has a hostname of its own.',
});
