import * as z from 'zod';

import {
  AnalysisAnswerSchema,
  ComparisonAnswerSchema,
  ExplanationSchema,
  GeneratedAnswerSchema,
  PairAnswerSchema,
  RejectionSchema,
  RepairAnswerSchema,
} from '../../../model/brief.ts';
import { type ToolName, toolNames } from '../tools/index.ts';
import { inputs } from './inputs.ts';

type About = { readonly title: string; readonly description: string; readonly answer: z.ZodUnion };

const abouts: Readonly<Record<ToolName, About>> = {
  analyze_sharing: {
    title: 'Analyze what containers share',
    description:
      'Reads a Kubernetes manifest and says for every Pod which containers share which namespaces, volumes, ports and /dev/shm, and what is wrong or dangerous about it, with lines and ids.',
    answer: AnalysisAnswerSchema,
  },
  explain_pair: {
    title: 'Explain two containers',
    description:
      'Says of two containers of one Pod what they share and why, whether they live at the same time, and what each can do to the other: localhost, files, signals, ptrace, /proc and so on.',
    answer: z.union([PairAnswerSchema]),
  },
  compare_manifests: {
    title: 'Compare two manifests',
    description:
      'Says how the sharing between containers differs in two manifests, such as before and after a change.',
    answer: ComparisonAnswerSchema,
  },
  generate_manifest: {
    title: 'Generate a manifest',
    description:
      'Writes a manifest that shares exactly what is asked, from an example or from an intent, and proves each wish by analysing it. Give either `example` or `intent`.',
    answer: GeneratedAnswerSchema,
  },
  fix_findings: {
    title: 'Fix findings',
    description:
      'Edits the text of a manifest so that some findings are gone: comments, order and layout stay. Answers with the diff; with detail full with the whole new text.',
    answer: RepairAnswerSchema,
  },
  explain: {
    title: 'Explain a term',
    description:
      'Says what a Linux namespace, a channel between containers, a check or an example is, or lists what there is about a word.',
    answer: z.union([ExplanationSchema]),
  },
};

/** Nothing is changed anywhere, nothing is asked of anybody else, and the same question gets the same answer. */
const annotations = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
};

/**
 * Lists the tools as `tools/list` answers them, schemas and all. An answer is what was asked for, or, with `isError`, what was
 * wrong; revisions before 2026-07-28 want to see at once that it is an object.
 */
export const listTools = () =>
  toolNames.map((name) => {
    const { title, description, answer } = abouts[name];
    return {
      name,
      title,
      description,
      inputSchema: schemaOf(inputs[name], 'input'),
      outputSchema: { type: 'object', ...schemaOf(z.union([...answer.options, RejectionSchema]), 'output') },
      annotations: { title, ...annotations },
    };
  });

/**
 * JSON Schema 2020-12 is what a schema is that does not say what it is. Objects of answers are open: members may be added.
 * What says nothing (the largest integer there is, names that are text) is left out, because every assistant reads this list.
 */
function schemaOf(schema: z.ZodType, io: 'input' | 'output') {
  const { $schema: _, ...plain } = z.toJSONSchema(schema, {
    io,
    override: ({ jsonSchema }) => {
      const { example } = jsonSchema;
      delete jsonSchema['id'];
      delete jsonSchema['example'];
      delete jsonSchema.propertyNames;
      if (example !== undefined) jsonSchema.examples = [example];
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (io === 'output' && jsonSchema.additionalProperties === false)
        delete jsonSchema.additionalProperties;
    },
  });
  return plain;
}
