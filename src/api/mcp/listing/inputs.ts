import * as z from 'zod';

import { GenerateRequestSchema } from '../../../model/generate.ts';
import { optionSchemas } from '../../rest/openapi/schemas.ts';
import { longestTopic } from '../tools/explain.ts';
import type { ToolName } from '../tools/index.ts';

const manifest = z.string().meta({
  description: 'The manifest as text, exactly as it was written: YAML or JSON, one document or many.',
});
const detail = optionSchemas.detail.optional().meta({
  description: '`summary` (default): at most some 1,500 tokens. `full`: everything, as large as it is.',
});

/** The options every tool takes that reads a manifest; what they mean is said once, where REST says it. */
const { format: _, ...named } = optionSchemas;
const options = {
  ...z
    .strictObject({
      ...named,
      ignore: z.array(z.string()).meta({ description: 'Ids of checks whose findings are waived.' }),
    })
    .partial().shape,
  detail,
};

const [exampleRequest, intentRequest] = GenerateRequestSchema.options;

/** What each tool takes. */
export const inputs: Readonly<Record<ToolName, z.ZodObject>> = {
  analyze_sharing: z.strictObject({ manifest, ...options }),
  explain_pair: z.strictObject({
    manifest,
    a: z.string().meta({ description: 'Name of one container, as a report names it.' }),
    b: z.string().meta({ description: 'Name of the other container, of the same Pod.' }),
    pod: z
      .string()
      .optional()
      .meta({ description: 'Id (`0/spec`) or name of the Pod; needed when several have both containers.' }),
    ...options,
  }),
  compare_manifests: z.strictObject({
    before: manifest.meta({ description: 'The manifest as it was. Empty: everything is new.' }),
    after: manifest.meta({ description: 'The manifest as it will be. Empty: everything is gone.' }),
    ...options,
  }),
  generate_manifest: z.strictObject({
    ...exampleRequest.partial().shape,
    ...intentRequest.partial().shape,
    ...options,
  }),
  fix_findings: z.strictObject({
    manifest,
    findings: z.array(z.string()).meta({
      description:
        'Ids of findings from an analysis of the same text with the same options; or ids of checks: all that they find.',
    }),
    ...options,
  }),
  explain: z.strictObject({
    topic: z
      .string()
      .max(longestTopic)
      .meta({
        description: 'Id of a namespace kind, a channel kind, a check or an example; or a word to look for.',
        examples: ['pid', 'ptrace', 'host-pid', 'log-sharing', 'hostname'],
      }),
    detail,
  }),
};
