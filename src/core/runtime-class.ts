/**
 * Says what a RuntimeClass makes of a report: what kind of runtime it stands for only the cluster knows.
 *
 * @see https://kubernetes.io/docs/concepts/containers/runtime-class/
 */
export const tellRuntimeClass = (name: string): string =>
  `RuntimeClass ${name} chooses the runtime: in a sandboxed one, which is not verified here, all this holds inside the sandbox, and the sandbox stands in place of the node.`;
