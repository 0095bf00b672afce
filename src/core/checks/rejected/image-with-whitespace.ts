import { containerAt } from '../../pod.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { replaceBy } from '../edits.ts';
import { refused } from '../refused.ts';

export const imageWithWhitespace: Check = {
  id: 'image-with-whitespace',
  group: 'rejected',
  severity: 'error',
  summary: 'The name of an image begins or ends with whitespace.',
  why: 'The API server refuses such a Pod. It accepts a template with it, whose Pods it then refuses.',
  remedy: 'Remove the space or line break around the name of the image.',
  source: sources.validation,
  fix: {
    effect:
      'Removes the blanks and line breaks around the name of the image. The Pod is accepted and runs the image that is named.',
    edits: ({ pod }, { pointer }) => replaceBy(pointer, containerAt(pod, pointer)?.spec.image?.trim()),
  },
  *run({ pod }) {
    for (const container of pod.containers) {
      const { image } = container.spec;
      if (!image || image === image.trim()) continue;
      yield refused(pod, {
        pointer: `${container.pointer}/image`,
        gist: 'must not have leading or trailing whitespace',
        container,
        who: 'pods',
      });
    }
  },
};
