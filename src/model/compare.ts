import * as z from 'zod';

import {
  ContainerSchema,
  CrossPodSharingSchema,
  EngineSchema,
  FindingSchema,
  ProblemSchema,
  RangeSchema,
} from './report.ts';
import { changeDirections, changeKinds, changeStatuses, comparedSides } from './vocabulary.ts';

/** The shape of a comparison, once. Import this file as types only: Zod stays out of the bundles. */

export const ChangeSchema = z
  .strictObject({
    kind: z.enum(changeKinds).meta({
      description:
        'What is shared: a kind of namespace, runtime-mount, volume, a kind of channel, port; or what decides it: hostname, lifetime, runtime (by its RuntimeClass).',
    }),
    subject: z.string().optional().meta({
      description:
        'Which one: the path of a runtime mount, the name of a volume (with the tree in it), a port and its protocol.',
    }),
    containers: z.array(ContainerSchema.shape.name).min(1).meta({
      description:
        'Whom it is about. With a direction, or of a lifetime: the pair. Of what is shared: every two of them; when one of them came or went, only the pairs with such a one. Of what is shared with the node: each of them. Of a volume, a port, the hostname or the runtime: all whom it concerns before or after.',
    }),
    direction: z
      .enum(changeDirections)
      .optional()
      .meta({ description: 'Of a channel: both ways, or only from the first container to the second.' }),
    before: z.string().optional().meta({
      description:
        'What the report said before, in its words: separate, shared, shared-with-node; a verdict and its conditions; the storage of a volume and who writes. `partly shared`: some of them shared it, which a Pod without pairs does not say in more detail. Absent when one of the containers, or the thing itself, was not there.',
    }),
    after: z.string().optional().meta({
      description:
        'What the report says after, likewise. Absent when one of the containers, or the thing itself, is gone.',
    }),
    because: z.string().meta({
      description: 'Why it is so after the change; when a container is gone, why it was so before.',
    }),
    side: z.enum(comparedSides).meta({
      description:
        'The text the pointer is in: `after`, unless what decides the change stood only in `before`, such as a field that was removed.',
    }),
    pointer: ContainerSchema.shape.pointer.meta({
      description: 'The field that decides it, or the nearest thing that is written.',
    }),
    value: z.string().optional().meta({
      description: 'What that field says, when it is true, false or a number.',
      example: 'false',
    }),
    document: z.int().min(0).meta({ description: 'The document of the pointer.' }),
    range: RangeSchema.meta({ description: 'Where that stands, in the same text.' }),
  })
  .meta({ id: 'Change', description: 'One thing about the sharing of a Pod that changed.' });

export const PodChangeSchema = z
  .strictObject({
    pod: z.string().meta({
      description:
        'Kind, namespace and name of its object, by which Pods are matched. A Pod of another kind is another Pod.',
      example: 'Deployment/default/web',
    }),
    status: z.enum(changeStatuses).meta({ description: 'same: nothing differs in what is shared or found.' }),
    before: z
      .string()
      .nullable()
      .meta({ description: 'Id of the Pod in the report on `before`; null when it is new.' }),
    after: z
      .string()
      .nullable()
      .meta({ description: 'Id of the Pod in the report on `after`; null when it is gone.' }),
    containers: z
      .strictObject({ added: z.array(z.string()), removed: z.array(z.string()) })
      .meta({ description: 'Names of containers that came or went; one that was renamed did both.' }),
    gained: z
      .array(ChangeSchema)
      .meta({ description: 'What is shared now and was not, or was not with the node.' }),
    lost: z
      .array(ChangeSchema)
      .meta({ description: 'What was shared and is not any more, or not with the node.' }),
    changed: z
      .array(ChangeSchema)
      .meta({ description: 'What is shared before and after, in different ways.' }),
    findings: z.strictObject({ new: z.array(FindingSchema), gone: z.array(FindingSchema) }).meta({
      description:
        'Findings of `after` that are new, and findings of `before` that are gone: by check and what they are about, wherever that stands. One that was waived, or is not any more, is in both.',
    }),
  })
  .meta({ id: 'PodChange', description: 'What changed about one Pod.' });

export const ComparisonSchema = z
  .strictObject({
    engine: EngineSchema,
    summary: z.string().meta({ description: 'What changed, in one paragraph.' }),
    pods: z
      .array(PodChangeSchema)
      .meta({ description: 'The Pods of `after` in text order, then those that are gone.' }),
    sharedAcrossPods: z
      .strictObject({ gained: z.array(CrossPodSharingSchema), lost: z.array(CrossPodSharingSchema) })
      .meta({
        description:
          'What containers of different Pods share now and did not, and the reverse. The ids of Pods are those of `after`, and of `before` for what was lost.',
      }),
    problems: z.array(ProblemSchema).meta({
      description:
        'What could not be read, each saying which side it is in: a Pod in there counts as not there. A side that has nothing else is refused.',
    }),
  })
  .meta({ id: 'Comparison', description: 'How the sharing of two manifests differs.' });

export type Change = z.infer<typeof ChangeSchema>;
export type PodChange = z.infer<typeof PodChangeSchema>;
export type Comparison = z.infer<typeof ComparisonSchema>;
