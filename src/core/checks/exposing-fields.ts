/**
 * Fields that give up some of the isolation of containers once they take effect. To mend how one is written would put a Pod
 * that runs alone into a namespace of the node, say: that takes a decision of the author.
 */
export const exposingFields: ReadonlySet<string> = new Set([
  'hostNetwork',
  'hostPID',
  'hostIPC',
  'shareProcessNamespace',
  'privileged',
]);
