import { tellRuntimeClass } from '../runtime-class.ts';
import type { ChangeDraft } from './change-draft.ts';
import { placeOfChanged } from './changed-field.ts';
import type { PodView, PodViews } from './pod-view.ts';

/**
 * Compares the RuntimeClass of a Pod that is on both sides: how sure all is that is said of its namespaces and of the node
 * depends on it. One change, whatever the number of containers.
 *
 * @see https://kubernetes.io/docs/concepts/containers/runtime-class/
 */
export function compareRuntimes(views: PodViews): ChangeDraft[] {
  const { before, after } = views;
  const [was, is] = [runtimeClassOf(before), runtimeClassOf(after)];
  const place = placeOfChanged(views, after, `${after.pointer}/runtimeClassName`);
  if (was === is || place === undefined || before.containers.size === 0 || after.containers.size === 0)
    return [];
  return [
    {
      outcome: 'changed',
      kind: 'runtime',
      containers: [...new Set([...after.containers.keys(), ...before.containers.keys()])],
      before: tell(was),
      after: tell(is),
      because: is === undefined ? 'No RuntimeClass chooses the runtime any more.' : tellRuntimeClass(is),
      place,
    },
  ];
}

/** An empty name is that of the default. */
const runtimeClassOf = ({ pointer, valueAt }: PodView): string | undefined => {
  const name = valueAt(`${pointer}/runtimeClassName`);
  return typeof name === 'string' && name !== '' ? name : undefined;
};

const tell = (name: string | undefined): string =>
  name === undefined ? 'the default' : `RuntimeClass ${name}, maybe a sandbox`;
