import type { PodContainer } from '../../pod.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { refused } from '../refused.ts';

export const duplicateContainerName: Check = {
  id: 'duplicate-container-name',
  group: 'rejected',
  severity: 'error',
  summary: 'Two containers of the Pod have the same name.',
  why: 'Names tell the containers of a Pod apart, init, app and ephemeral containers together. The report calls the second one by its name and a number.',
  remedy: 'Give each container a name of its own.',
  source: sources.validation,
  *run({ pod }) {
    const firsts = new Map<string, PodContainer>();
    for (const container of inOrderOfChecking(pod.containers)) {
      const { name } = container.spec;
      if (!name) continue;
      const first = firsts.get(name);
      if (first === undefined) {
        firsts.set(name, container);
        continue;
      }
      const found = refused(pod, {
        pointer: `${container.pointer}/name`,
        gist: `Duplicate value: "${name}"`,
      });
      yield { ...found, containers: [first.name, container.name] };
    }
  },
};

/** The API server looks at app containers first, so that of an init and an app container it names the init container. */
const inOrderOfChecking = (containers: readonly PodContainer[]): PodContainer[] => [
  ...containers.filter(({ role }) => role === 'app'),
  ...containers.filter(({ role }) => role !== 'app'),
];
