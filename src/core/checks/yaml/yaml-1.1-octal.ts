import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { observed } from '../observed.ts';
import { findUnread } from '../unread.ts';

/** Fields in which octal is what people mean. */
const modes = /\/(?:defaultMode|mode)$/;

export const yaml11Octal: Check = {
  id: 'yaml-1.1-octal',
  group: 'yaml',
  severity: 'warning',
  summary: 'A number with a leading zero that kubectl reads as octal.',
  why: 'kubectl reads YAML 1.1, where a leading zero means base 8: a user or a port written so is another number. Readers of YAML 1.2 read it as decimal.',
  remedy: 'Leave out the zero, or put quotes around it where text is meant.',
  source: sources.yamlScalars,
  fix: {
    effect:
      'Writes the number that kubectl reads, in decimal, and a key in quotes. Nothing changes as kubectl reads it, and other readers read the same.',
    edits: (_, { pointer }) => [{ op: 'respell', pointer, part: 'value' }],
  },
  *run({ pod }) {
    const isRefused = findUnread(pod);
    for (const { pointer, value } of observed(pod.manifest, 'yaml-1.1-octal')) {
      if (modes.test(pointer) || isRefused(pointer)) continue;
      const isOurs = pointer.startsWith(`${pod.manifest.pointer}/`);
      yield {
        pointer,
        message: `The leading zero makes kubectl read this number as octal${isOurs ? `: it is ${value}` : ''}.`,
      };
    }
  },
};
