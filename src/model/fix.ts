import * as z from 'zod';

import { AnalysisSchema } from './report.ts';

/** The shape of a repair, once. Import this file as types only: Zod stays out of the bundles. */

const pointer = z.string().meta({ description: 'RFC 6901 JSON Pointer.', example: '/spec/hostPID' });

export const PatchOperationSchema = z
  .discriminatedUnion('op', [
    z.strictObject({ op: z.literal('add'), path: pointer, value: z.unknown() }),
    z.strictObject({ op: z.literal('remove'), path: pointer }),
    z.strictObject({ op: z.literal('replace'), path: pointer, value: z.unknown() }),
    z.strictObject({ op: z.literal('move'), from: pointer, path: pointer }),
  ])
  .meta({ id: 'PatchOperation', description: 'One operation of a JSON Patch (RFC 6902).' });

export const RepairSchema = z
  .strictObject({
    manifest: z.string().meta({
      description:
        'The text that was sent with the fixes in it. Comments, order, quotes and layout are those that were sent.',
    }),
    patches: z
      .array(
        z.strictObject({
          document: z.int().min(0).meta({ description: 'Index of the document it is for.' }),
          patch: z.array(PatchOperationSchema),
        }),
      )
      .meta({ description: 'The same as a JSON Patch for each document that changed.' }),
    diff: z
      .string()
      .meta({ description: 'The same as a unified diff with three lines of context. Empty: no change.' }),
    fixed: z.array(z.string()).meta({
      description:
        'Ids of the findings that were to go and are gone. One of a check that was asked for, and that is seen only when another is fixed, is named by its place in the text that was sent.',
    }),
    notes: z.array(z.strictObject({ id: z.string(), text: z.string() })).meta({
      description:
        'For each finding that was fixed by an edit of its own, what was written and how the Pod behaves differently now.',
    }),
    unfixed: z.array(z.strictObject({ id: z.string(), reason: z.string() })).meta({
      description:
        'What was asked for and not done, and why: by the id that was sent, or of a check by the ids of its findings.',
    }),
    analysis: AnalysisSchema.meta({ description: 'The report on the new text.' }),
  })
  .meta({ id: 'Repair', description: 'A manifest with some findings fixed.' });

export type PatchOperation = z.infer<typeof PatchOperationSchema>;
export type Repair = z.infer<typeof RepairSchema>;
