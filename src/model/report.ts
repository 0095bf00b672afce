import * as z from 'zod';

import {
  accesses,
  certainties,
  cgroupVersions,
  channelKinds,
  containerRoles,
  crossPodCertainties,
  crossPodKinds,
  directions,
  documentStatuses,
  kubernetesVersions,
  lifetimes,
  namespaceKinds,
  operatingSystems,
  pairRelations,
  propagations,
  runtimeMountPaths,
  runtimes,
  scopes,
  severities,
  verdicts,
  volumeOrigins,
} from './vocabulary.ts';

/**
 * The shape of every report, once. Types are inferred from here; the JSON Schema, the OpenAPI components and the test
 * that holds the SDL to the model are made from here. Import this file as types only: Zod stays out of the bundles.
 */

export const PositionSchema = z
  .strictObject({
    line: z.int().min(1).meta({ description: 'Line, from 1.' }),
    column: z.int().min(1).meta({ description: 'Column in UTF-16 code units, from 1.' }),
  })
  .meta({ id: 'Position', description: 'A place in the text that was sent.' });

export const RangeSchema = z.strictObject({ start: PositionSchema, end: PositionSchema }).meta({
  id: 'Range',
  description: 'Where a thing stands in the text that was sent. The end is exclusive.',
});

const pointer = z
  .string()
  .meta({ description: 'RFC 6901 JSON Pointer into the document.', example: '/spec/containers/0' });
const containerName = z.string().meta({
  description:
    'Name of a container of the Pod. A container without a name is called by its place, such as `containers[1]`; the second of two equal names gets `#2`.',
});

export const BecauseSchema = z
  .strictObject({
    text: z.string().meta({ description: 'The reason, one or two sentences.' }),
    pointer: pointer.nullable().meta({ description: 'The field that decided it; null for a default.' }),
    source: z.url().meta({ description: 'Where the rule is written.' }),
  })
  .meta({ id: 'Because', description: 'Why something is so.' });

export const ProblemSchema = z
  .strictObject({
    code: z.string().meta({ description: 'Stable code of the problem.' }),
    detail: z.string().meta({ description: 'What is wrong. Never holds a value of the manifest.' }),
    document: z.int().min(0).optional().meta({ description: 'Index of the document.' }),
    pointer: pointer.optional(),
    range: RangeSchema.optional(),
    limit: z.string().optional().meta({ description: 'The limit that was passed.' }),
  })
  .meta({ id: 'Problem', description: 'One thing wrong with a request or a document.' });

export const EngineSchema = z
  .strictObject({
    name: z.literal('podshare'),
    version: z.string(),
    kubernetesVersion: z.enum(kubernetesVersions),
    runtime: z.enum(runtimes),
    cgroup: z.enum(cgroupVersions),
  })
  .meta({ id: 'Engine', description: 'What answered, and under which assumptions.' });

const documentFields = {
  index: z
    .int()
    .min(0)
    .meta({ description: 'Place among the documents that are not empty, or among the items of a List.' }),
  status: z.enum(documentStatuses).meta({
    description:
      'analyzed: it has a Pod. skipped: it has none (a Service, a ConfigMap). invalid: it could not be read.',
  }),
  apiVersion: z.string().nullable(),
  kind: z.string().nullable(),
  name: z.string().nullable().meta({ description: '`metadata.name`, or null.' }),
  range: RangeSchema,
  problems: z.array(ProblemSchema),
};

export const ListItemSchema = z
  .strictObject({ ...documentFields, pointer })
  .meta({ id: 'ListItem', description: 'One item of a List.' });

export const DocumentSchema = z
  .strictObject({
    ...documentFields,
    items: z
      .array(ListItemSchema)
      .optional()
      .meta({ description: 'The items, when the document is a List.' }),
  })
  .meta({ id: 'Document', description: 'One YAML document of the manifest.' });

export const SourceSchema = z
  .strictObject({
    document: z.int().min(0),
    kind: z.string(),
    name: z.string().nullable(),
    namespace: z.string(),
    pointer: pointer.meta({ description: 'Pointer to the PodSpec.' }),
    range: RangeSchema,
  })
  .meta({ id: 'Source', description: 'The object a Pod comes from.' });

export const HostnameSchema = z
  .strictObject({
    value: z.string().nullable().meta({
      description:
        "What `hostname` prints. Null when it is the node's. When generated, the parts a controller makes up stand in angle brackets.",
    }),
    generated: z.boolean(),
    because: BecauseSchema,
  })
  .meta({ id: 'Hostname', description: 'The hostname all containers of the Pod see.' });

export const ContainerSchema = z
  .strictObject({
    name: containerName,
    role: z.enum(containerRoles),
    pointer,
    image: z.string().nullable(),
    range: RangeSchema,
  })
  .meta({ id: 'Container', description: 'One container of the Pod.' });

export const InstanceSchema = z
  .strictObject({
    scope: z
      .enum(scopes)
      .meta({ description: 'Who owns it: the node, the Pod, or the one container named in `owner`.' }),
    owner: containerName
      .nullable()
      .meta({ description: 'The container that owns it, when the scope is container.' }),
    containers: z.array(containerName).meta({ description: 'The containers in it, in start order.' }),
    certainty: z.enum(certainties),
    because: BecauseSchema,
  })
  .meta({
    id: 'Instance',
    description:
      'One namespace (or mount) as the kernel has it. Two containers share it exactly when both are in `containers`.',
  });

export const NamespaceSharingSchema = z
  .strictObject({
    kind: z.enum(namespaceKinds),
    applies: z.boolean().meta({ description: 'False on Windows where there is no such thing.' }),
    instances: z.array(InstanceSchema).meta({
      description: 'A partition: each container is in exactly one instance. Empty when it does not apply.',
    }),
  })
  .meta({ id: 'NamespaceSharing', description: 'Who shares one kind of namespace.' });

export const RuntimeMountSchema = z
  .strictObject({
    path: z.enum(runtimeMountPaths),
    instances: z.array(InstanceSchema),
  })
  .meta({
    id: 'RuntimeMount',
    description: 'Who shares a file or file system that the runtime or the kubelet mounts by itself.',
  });

export const VolumeMountSchema = z
  .strictObject({
    container: containerName,
    path: z.string().meta({
      description: 'Where it is mounted, absolute and cleaned; for a raw block device the device path.',
    }),
    subPath: z.string().nullable().meta({
      description:
        'Cleaned path inside the volume, empty for its root; null when it is decided by variables.',
    }),
    access: z
      .enum(accesses)
      .meta({ description: 'Effective access: read-only by the kind of volume, the claim or the mount.' }),
    propagation: z.enum(propagations),
    pointer,
  })
  .meta({ id: 'VolumeMount', description: 'One mount of a volume in one container.' });

export const OverlapSchema = z
  .strictObject({
    containers: z
      .array(containerName)
      .meta({ description: 'The containers that see this tree, in start order. At least two.' }),
    subPath: z.string().nullable().meta({ description: 'The tree inside the volume that they share.' }),
    writers: z.array(containerName),
    readers: z.array(containerName),
    certainty: z.enum(certainties),
  })
  .meta({ id: 'Overlap', description: 'A tree of a volume that several containers see.' });

export const VolumeSchema = z
  .strictObject({
    name: z.string(),
    type: z.string().meta({
      description: 'Kind of volume as the API names it: emptyDir, configMap, persistentVolumeClaim, …',
    }),
    origin: z
      .enum(volumeOrigins)
      .meta({ description: 'implicit: not in the manifest (the service-account token).' }),
    pointer: pointer.nullable().meta({ description: 'Null when implicit.' }),
    mounts: z.array(VolumeMountSchema),
    overlaps: z.array(OverlapSchema),
    sharedAs: z.string().optional().meta({
      description:
        'The volume under which what is shared of this one is listed: another name for the same files.',
    }),
  })
  .meta({ id: 'Volume', description: 'One volume of the Pod and who sees what of it.' });

export const ChannelSchema = z
  .strictObject({
    kind: z.enum(channelKinds),
    direction: z.enum(directions).meta({
      description:
        'In which directions the verdict holds. A direction that no entry of this kind names is `no`.',
    }),
    verdict: z.enum(verdicts),
    because: z.string(),
    conditions: z
      .array(z.string())
      .meta({ description: 'What the manifest cannot know and the verdict depends on.' }),
    volume: z.string().optional().meta({ description: 'The volume it goes through.' }),
  })
  .meta({
    id: 'Channel',
    description: 'One thing a container can do to another because of what they share.',
  });

export const PairSchema = z
  .strictObject({
    a: containerName,
    b: containerName,
    lifetime: z.enum(lifetimes),
    namespaces: z.strictObject(
      Object.fromEntries(namespaceKinds.map((kind) => [kind, z.enum(pairRelations)])) as Record<
        (typeof namespaceKinds)[number],
        z.ZodEnum<{ [R in (typeof pairRelations)[number]]: R }>
      >,
    ),
    channels: z.array(ChannelSchema),
  })
  .meta({ id: 'Pair', description: 'Two containers of one Pod, `a` before `b` in start order.' });

export const PortSchema = z
  .strictObject({
    port: z.int(),
    protocol: z.string(),
    containers: z.array(containerName),
    conflict: z
      .boolean()
      .meta({ description: 'True when two containers that can be alive together declare it.' }),
  })
  .meta({ id: 'Port', description: 'A declared containerPort in the port space of the Pod.' });

export const FindingSchema = z
  .strictObject({
    id: z
      .string()
      .meta({ description: 'Stable: Pod, check, pointer.', example: '0/spec#host-pid@/spec/hostPID' }),
    check: z.string(),
    severity: z.enum(severities),
    message: z.string(),
    containers: z.array(containerName),
    pointer,
    range: RangeSchema,
    remedy: z.string(),
    fixable: z.boolean(),
    source: z.url(),
    waived: z
      .strictObject({ reason: z.string() })
      .optional()
      .meta({ description: 'Present when the finding was waived, with the reason that was given.' }),
  })
  .meta({ id: 'Finding', description: 'Something worth knowing about the Pod.' });

export const PodReportSchema = z
  .strictObject({
    id: z.string().meta({ description: 'Document index and pointer of the PodSpec.', example: '0/spec' }),
    source: SourceSchema,
    summary: z.string(),
    os: z.enum(operatingSystems),
    hostname: HostnameSchema,
    containers: z.array(ContainerSchema),
    namespaces: z.array(NamespaceSharingSchema).length(namespaceKinds.length),
    runtimeMounts: z.array(RuntimeMountSchema),
    volumes: z.array(VolumeSchema),
    pairs: z
      .array(PairSchema)
      .optional()
      .meta({ description: 'Omitted with detail=summary and above the published limits.' }),
    ports: z.array(PortSchema),
    findings: z.array(FindingSchema),
  })
  .meta({ id: 'PodReport', description: 'What the containers of one Pod share.' });

export const CrossPodSharingSchema = z
  .strictObject({
    kind: z.enum(crossPodKinds),
    subject: z.string(),
    members: z.array(z.strictObject({ pod: z.string(), container: containerName })),
    because: BecauseSchema,
    certainty: z.enum(crossPodCertainties),
  })
  .meta({ id: 'CrossPodSharing', description: 'Something that containers of different Pods share.' });

export const AnalysisSchema = z
  .strictObject({
    engine: EngineSchema,
    documents: z.array(DocumentSchema),
    pods: z.array(PodReportSchema),
    sharedAcrossPods: z.array(CrossPodSharingSchema),
  })
  .meta({ id: 'Analysis', description: 'The sharing report of a manifest.' });

export type Position = z.infer<typeof PositionSchema>;
export type Range = z.infer<typeof RangeSchema>;
export type Because = z.infer<typeof BecauseSchema>;
export type ProblemReport = z.infer<typeof ProblemSchema>;
export type Engine = z.infer<typeof EngineSchema>;
export type ListItem = z.infer<typeof ListItemSchema>;
export type DocumentReport = z.infer<typeof DocumentSchema>;
export type Source = z.infer<typeof SourceSchema>;
export type Hostname = z.infer<typeof HostnameSchema>;
export type ContainerReport = z.infer<typeof ContainerSchema>;
export type Instance = z.infer<typeof InstanceSchema>;
export type NamespaceSharing = z.infer<typeof NamespaceSharingSchema>;
export type RuntimeMount = z.infer<typeof RuntimeMountSchema>;
export type VolumeMountReport = z.infer<typeof VolumeMountSchema>;
export type Overlap = z.infer<typeof OverlapSchema>;
export type VolumeReport = z.infer<typeof VolumeSchema>;
export type Channel = z.infer<typeof ChannelSchema>;
export type Pair = z.infer<typeof PairSchema>;
export type Port = z.infer<typeof PortSchema>;
export type Finding = z.infer<typeof FindingSchema>;
export type PodReport = z.infer<typeof PodReportSchema>;
export type CrossPodSharing = z.infer<typeof CrossPodSharingSchema>;
export type Analysis = z.infer<typeof AnalysisSchema>;
