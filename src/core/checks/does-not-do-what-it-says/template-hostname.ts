import type { PodManifest } from '../../../model/manifest.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { removeFound } from '../edits.ts';

export const templateHostname: Check = {
  id: 'template-hostname',
  group: 'does-not-do-what-it-says',
  severity: 'info',
  summary: 'A template sets one hostname for several Pods, or one that its controller replaces.',
  why: 'Every Pod made from the template gets the same hostname, so logs, metrics and peers cannot tell them apart. A StatefulSet and an Indexed Job set the hostname of each Pod themselves.',
  remedy: 'Remove hostname: then each Pod is called by its own name. Use a StatefulSet for stable names.',
  source: sources.kubeletPods,
  fix: {
    effect:
      'Removes hostname, unless a subdomain makes a DNS name of it. Each Pod is called by its own name, as those of a StatefulSet or an Indexed Job are already.',
    edits: (facts, found) => (facts.pod.spec.subdomain ? [] : removeFound(facts, found)),
  },
  *run({ pod: { spec, manifest } }) {
    if (!spec.hostname || spec.hostNetwork === true) return;
    const message = messageFor(manifest);
    if (message !== undefined) yield { pointer: `${manifest.pointer}/hostname`, message };
  },
};

function messageFor({ kind, workload }: PodManifest): string | undefined {
  if (kind === 'StatefulSet')
    return 'The StatefulSet sets hostname to the name of each Pod; this one is not used.';
  if (kind === 'Job' && workload.completionMode === 'Indexed') {
    return 'The Indexed Job sets hostname to its name and the index of each Pod; this one is not used.';
  }
  const isMany =
    kind === 'DaemonSet' ||
    (/^(Deployment|ReplicaSet|ReplicationController)$/.test(kind) && (workload.replicas ?? 1) > 1);
  return isMany ? `hostname gives every Pod of the ${kind} the same hostname.` : undefined;
}
