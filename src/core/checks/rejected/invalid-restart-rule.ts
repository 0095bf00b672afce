import type { Container } from '../../../model/pod.ts';
import { isOn } from '../../features.ts';
import type { Pod, PodContainer } from '../../pod.ts';
import { sources } from '../../sources.ts';
import type { Check, Found } from '../check.ts';
import { onePerPlace, refused } from '../refused.ts';

export const invalidRestartRule: Check = {
  id: 'invalid-restart-rule',
  group: 'rejected',
  severity: 'error',
  summary: 'The restartPolicyRules of a container cannot be used as they are.',
  why: 'Rules refine the restartPolicy of the same container, which has to be set. Each has an action and the exit codes it is for; there are at most 20 rules of 255 codes. Sidecars may have rules since 1.36.',
  remedy: 'Set restartPolicy beside the rules, and action and exitCodes in each of them.',
  source: sources.validation,
  since: '1.35',
  run: ({ pod }) => onePerPlace(findBreaches(pod)),
};

function* findBreaches(pod: Pod): Generator<Found> {
  for (const container of pod.containers) {
    if (container.role === 'ephemeral' || !container.spec.restartPolicyRules?.length) continue;
    for (const { field = 'restartPolicyRules', at = field, gist } of findFaults(pod, container)) {
      const place = (path: string) => `${container.pointer}/${path}`;
      yield refused(pod, { pointer: place(field), at: place(at), gist, container });
    }
  }
}

type Rule = NonNullable<Container['restartPolicyRules']>[number];
type Fault = { readonly field?: string; readonly at?: string; readonly gist: string };

function* findFaults({ options }: Pod, { spec, role }: PodContainer): Generator<Fault> {
  const restartsAll = isOn('RestartAllContainersOnContainerExits', options);
  const rules = spec.restartPolicyRules ?? [];
  if (role === 'sidecar' && !restartsAll) {
    yield { gist: 'restartPolicyRules are not allowed for init containers with restart policy Always' };
    return;
  }
  if (spec.restartPolicy === undefined) {
    yield { at: 'restartPolicy', gist: 'must specify restartPolicy when restart rules are used' };
    // The API server looks no further in an init container.
    if (role === 'init') return;
  }
  if (rules.length > 20) yield { gist: 'may not have more than 20 items' };
  const actions = restartsAll ? ['Restart', 'RestartAllContainers'] : ['Restart'];
  for (const [i, rule] of rules.entries()) yield* findRuleFaults(rule, `restartPolicyRules/${i}`, actions);
}

function* findRuleFaults(
  { action, exitCodes }: Rule,
  field: string,
  actions: readonly string[],
): Generator<Fault> {
  if (action === undefined || !actions.includes(action)) {
    yield {
      field: action === undefined ? field : `${field}/action`,
      at: `${field}/action`,
      gist: `Unsupported value: supported values: ${actions.map((each) => `"${each}"`).join(', ')}`,
    };
  }
  if (exitCodes === undefined) {
    yield { field, at: `${field}/exitCodes`, gist: 'must be specified' };
    return;
  }
  const { operator, values = [] } = exitCodes;
  const place = `${field}/exitCodes`;
  if (operator !== 'In' && operator !== 'NotIn') {
    yield {
      field: operator === undefined ? place : `${place}/operator`,
      at: `${place}/operator`,
      gist: 'Unsupported value: supported values: "In", "NotIn"',
    };
  }
  if (values.length > 255) yield { field: `${place}/values`, gist: 'may not have more than 255 items' };
}
