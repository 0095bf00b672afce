import * as z from 'zod';

import { GeneratedSchema } from './generate.ts';
import { ChannelSchema, EngineSchema, FindingSchema, PairSchema, ProblemSchema } from './report.ts';
import {
  changeKinds,
  changeStatuses,
  crossPodKinds,
  details,
  namespaceKinds,
  namespaceShares,
  topicTypes,
} from './vocabulary.ts';

/**
 * Short answers for assistants, whose room is small: the shapes of what the tools of `POST /mcp` answer, once. Import this
 * file as types only: Zod stays out of the bundles.
 *
 * A list holds what there was room for, what matters most first; `leftOut` counts the rest. With detail `full` there is the
 * whole answer of REST instead.
 */

const leftOut = z
  .record(z.string(), z.int().min(1))
  .optional()
  .meta({ description: 'How many entries of which list, or characters of which text, are not here.' });
const summary = z.literal('summary');
const full = z.literal('full');
const whole = (description: string) => z.looseObject({}).meta({ description });
const report = whole('The whole report; its schema is the resource podshare://schema/report.');
const podId = z
  .string()
  .meta({ description: 'Document index and pointer of the PodSpec.', example: '0/spec' });

const NamespaceSharesSchema = z
  .strictObject(
    Object.fromEntries(namespaceKinds.map((kind) => [kind, z.enum(namespaceShares)])) as Record<
      (typeof namespaceKinds)[number],
      z.ZodEnum<{ [S in (typeof namespaceShares)[number]]: S }>
    >,
  )
  .meta({
    description:
      'Who shares each kind: all containers, some, none, or all of them with the node. not-applicable: Windows has no such thing.',
  });

const BriefPodSchema = z.strictObject({
  id: podId,
  kind: z.string(),
  name: z.string().nullable(),
  containers: z.int().min(0).meta({ description: 'How many there are.' }),
  summary: z.string(),
  namespaces: NamespaceSharesSchema,
});

const BriefFindingSchema = FindingSchema.pick({
  severity: true,
  message: true,
  remedy: true,
  fixable: true,
  waived: true,
}).extend({
  id: z.string().meta({ description: 'Pod, check and pointer, as fix_findings takes it.' }),
  line: z.int().min(1),
});

const BriefSharingSchema = z.strictObject({
  kind: z.enum(crossPodKinds),
  subject: z.string(),
  pods: z.array(podId).meta({ description: 'Their Pods; of many the first six.' }),
  members: z.int().min(2).meta({ description: 'How many containers.' }),
  because: z.string(),
});

const BriefProblemSchema = ProblemSchema.pick({ code: true, detail: true, document: true, pointer: true })
  .extend({ line: z.int().min(1).optional(), column: z.int().min(1).optional() })
  .meta({ description: 'Something wrong with what was sent, and where.' });

/** Why a tool could do nothing. */
export const RejectionSchema = z
  .strictObject({ problems: z.array(BriefProblemSchema), leftOut })
  .meta({ description: 'Nothing could be done: what is wrong with what was sent.' });

export const AnalysisAnswerSchema = z.union([
  z.strictObject({
    detail: summary,
    engine: EngineSchema,
    pods: z.array(BriefPodSchema),
    findings: z.array(BriefFindingSchema).meta({ description: 'Errors first.' }),
    sharedAcrossPods: z.array(BriefSharingSchema),
    problems: z.array(BriefProblemSchema).meta({ description: 'Of documents that could not be read.' }),
    leftOut,
  }),
  z.strictObject({ detail: full, analysis: report }),
]);

export const PairAnswerSchema = z.strictObject({
  detail: z.enum(details),
  pod: podId,
  pair: PairSchema.omit({ channels: true }),
  channels: z.array(ChannelSchema).meta({ description: 'What is possible first.' }),
  reasons: z.array(z.strictObject({ kind: z.enum(namespaceKinds), because: z.array(z.string()) })).meta({
    description:
      'Why each kind of namespace is shared or not; in a summary only those that a field of the manifest decides.',
  }),
  leftOut,
});

const BriefChangeSchema = z.strictObject({
  pod: z.string(),
  change: z.enum(['gained', 'lost', 'changed']),
  kind: z.enum(changeKinds),
  subject: z.string().optional(),
  containers: z.array(z.string()),
  before: z.string().optional(),
  after: z.string().optional(),
  because: z.string(),
});

export const ComparisonAnswerSchema = z.union([
  z.strictObject({
    detail: summary,
    summary: z.string(),
    pods: z
      .array(z.strictObject({ pod: z.string(), status: z.enum(changeStatuses) }))
      .meta({ description: 'Those about which something changed.' }),
    changes: z.array(BriefChangeSchema),
    findings: z
      .array(BriefFindingSchema.extend({ change: z.enum(['new', 'gone']) }))
      .meta({ description: 'New ones are of `after`, those that are gone of `before`.' }),
    sharedAcrossPods: z.array(BriefSharingSchema.extend({ change: z.enum(['gained', 'lost']) })),
    problems: z.array(BriefProblemSchema).meta({ description: 'Of documents that could not be read.' }),
    leftOut,
  }),
  z.strictObject({
    detail: full,
    comparison: whole('The whole comparison, as POST /v1/compare answers it.'),
  }),
]);

const manifest = GeneratedSchema.shape.manifest;

export const GeneratedAnswerSchema = z.union([
  z.strictObject({
    detail: summary,
    manifest: manifest.optional(),
    explanation: z.string(),
    proof: GeneratedSchema.shape.proof,
    leftOut,
  }),
  z.strictObject({
    detail: full,
    manifest,
    explanation: z.string(),
    proof: GeneratedSchema.shape.proof,
    analysis: report,
  }),
]);

export const RepairAnswerSchema = z.union([
  z.strictObject({
    detail: summary,
    diff: z.string().optional().meta({ description: 'Unified diff of the manifest. Empty: no change.' }),
    fixed: z.array(z.strictObject({ id: z.string(), note: z.string().optional() })).meta({
      description: 'Findings that are gone, what was written, and how the Pod behaves differently now.',
    }),
    unfixed: z
      .array(z.strictObject({ id: z.string(), reason: z.string() }))
      .meta({ description: 'What was asked for and not done.' }),
    leftOut,
  }),
  z.strictObject({ detail: full, repair: whole('The whole repair, as POST /v1/fix answers it.') }),
]);

export const ExplanationSchema = z.strictObject({
  topics: z
    .array(
      z.strictObject({
        type: z.enum(topicTypes),
        id: z.string(),
        title: z.string(),
        resource: z.string().meta({ description: 'Where its page can be read.' }),
      }),
    )
    .min(1)
    .meta({ description: 'What the topic names. Several when it is a word that occurs in several.' }),
  page: z.string().optional().meta({ description: 'What it is, as Markdown, when the topic is one.' }),
  leftOut,
});

export type Rejection = z.infer<typeof RejectionSchema>;
export type BriefProblem = z.infer<typeof BriefProblemSchema>;
export type BriefPod = z.infer<typeof BriefPodSchema>;
export type BriefFinding = z.infer<typeof BriefFindingSchema>;
export type BriefSharing = z.infer<typeof BriefSharingSchema>;
export type BriefChange = z.infer<typeof BriefChangeSchema>;
