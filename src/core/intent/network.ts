import { podNamespace } from './pod-namespace.ts';

/** One IP address, one localhost, one port space. */
export const network = podNamespace({
  namespace: 'network',
  title: 'network namespace',
  instead: 'Put them into two Pods, which reach each other through a Service.',
});
