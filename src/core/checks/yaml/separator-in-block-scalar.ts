import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { observed } from '../observed.ts';

export const separatorInBlockScalar: Check = {
  id: 'separator-in-block-scalar',
  group: 'yaml',
  severity: 'error',
  summary: 'A line of three dashes inside a block of text cuts the document.',
  why: 'kubectl splits a file at every line that begins with ---, before it reads the YAML. The text ends there, and the rest becomes a document of its own that means nothing.',
  remedy: 'Indent the line like the rest of the text.',
  source: sources.yamlDecoder,
  *run({ pod: { manifest } }) {
    for (const observation of observed(manifest, 'separator-in-block-scalar')) {
      yield {
        pointer: observation.pointer,
        message:
          'A line --- ends this text, and the document with it; what follows is read as another document.',
      };
    }
  },
};
