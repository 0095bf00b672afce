import { limits } from '../../../model/limits.ts';
import { mayLook } from '../../channels/proc-root.ts';
import { canMeet } from '../../lifetime.ts';
import type { PodContainer } from '../../pod.ts';
import { sources } from '../../sources.ts';
import type { Check, Facts } from '../check.ts';
import { removeFound } from '../edits.ts';

export const sharedPidWithSecrets: Check = {
  id: 'shared-pid-with-secrets',
  group: 'exposure',
  severity: 'warning',
  summary: 'A container can read the Secrets of another through the PID namespace they share.',
  why: 'In one PID namespace /proc/PID/environ shows the environment of a process and /proc/PID/root its files, Secret volumes among them, to whoever runs as the same user with at least its capabilities, or has CAP_SYS_PTRACE.',
  remedy:
    'Remove shareProcessNamespace, or run the containers as different users and drop the capabilities they do not need.',
  source: sources.shareProcessNamespace,
  fix: {
    effect:
      'Removes the field that shares the PID namespace. Each container sees its own processes only: what reads, signals or debugs those of another, or of the node, stops working.',
    edits: removeFound,
  },
  *run(facts) {
    const { spec, manifest } = facts.pod;
    const field = spec.hostPID === true ? 'hostPID' : 'shareProcessNamespace';
    const found = spec[field] === true ? findReader(facts) : undefined;
    if (found === undefined) return;
    const { reader, holder, isCertain } = found;
    const may = isCertain ? 'reads' : 'may read, if the images run as fitting users,';
    yield {
      pointer: `${manifest.pointer}/${field}`,
      message: `${reader.name} ${may} the Secrets of ${holder.name} (its environment or its volumes) in /proc, because they share the PID namespace.`,
      containers: [reader.name, holder.name],
    };
  },
};

type Reading = { readonly reader: PodContainer; readonly holder: PodContainer; readonly isCertain: boolean };

/**
 * Finds a container that reads the Secrets of another: one that certainly does before one that may. It looks at as many
 * holders and readers as pairs are listed for, which bounds its cost.
 */
function findReader({ pod, mountsOf }: Facts): Reading | undefined {
  const most = limits.containersForPairs;
  const holders = pod.containers.filter((container) => holdsSecrets(container, mountsOf)).slice(0, most);
  let possible: Reading | undefined;
  for (const holder of holders) {
    for (const reader of pod.containers.slice(0, most)) {
      if (reader === holder || !canMeet(reader, holder)) continue;
      const { verdict } = mayLook({ pod }, reader, holder);
      if (verdict === 'yes') return { reader, holder, isCertain: true };
      if (verdict === 'conditional') possible ??= { reader, holder, isCertain: false };
    }
  }
  return possible;
}

const holdsSecrets = (container: PodContainer, mountsOf: Facts['mountsOf']): boolean =>
  (container.spec.env ?? []).some(({ valueFrom }) => valueFrom?.secretKeyRef !== undefined) ||
  (container.spec.envFrom ?? []).some(({ secretRef }) => secretRef !== undefined) ||
  mountsOf(container).some(
    ({ volume: { type, spec } }) =>
      type === 'secret' || (spec.projected?.sources ?? []).some(({ secret }) => secret !== undefined),
  );
