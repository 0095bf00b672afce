import * as z from 'zod';

import {
  imagePattern,
  intentLimits as most,
  pathPattern,
  sizePattern,
  wordPattern,
} from './generate-patterns.ts';
import { labelPattern, subdomainLength, subdomainPattern } from './names.ts';
import { AnalysisSchema } from './report.ts';
import {
  intentRoles,
  kubernetesVersions,
  podSecurityLevels,
  wordWishes,
  workloadKinds,
} from './vocabulary.ts';

/**
 * The shapes of `POST /v1/generate`, once. Import this file as types only: Zod stays out of the bundles, and what is sent
 * is read by `src/api/generate-request.ts`, which a test holds to these schemas.
 */

const label = z.string().regex(labelPattern);
const containerName = label.meta({ description: 'Name of a container of this intent.' });
const names = z.array(containerName).min(1).max(most.containers);
const several = z.array(containerName).min(2).max(most.containers);
const path = z
  .string()
  .max(most.pathLength)
  .regex(pathPattern)
  .meta({ description: 'Absolute path of plain names.', example: '/var/log/nginx' });
const objectName = z.string().max(subdomainLength).regex(subdomainPattern);
const word = z.string().max(most.wordLength).regex(wordPattern);

const FilesWishSchema = z
  .strictObject({
    files: path,
    writers: names.optional().meta({ description: 'Who writes there; writers read as well.' }),
    readers: names.optional().meta({ description: 'Who only reads there.' }),
    configMap: objectName
      .optional()
      .meta({ description: 'The ConfigMap the files come from; then nobody can write.' }),
    secret: objectName
      .optional()
      .meta({ description: 'The Secret the files come from; then nobody can write.' }),
  })
  .meta({
    id: 'FilesWish',
    description:
      'Files at a path. Without writers the content must come from a ConfigMap or a Secret. To keep apart: those who are named have no files there in common, or a single one none with any other.',
  });

const SharedMemoryWishSchema = z
  .strictObject({
    'shared-memory': z
      .string()
      .regex(sizePattern)
      .meta({ description: 'Size of the file system.', example: '128Mi' }),
    among: several.optional().meta({ description: 'Default: all containers.' }),
  })
  .meta({ id: 'SharedMemoryWish', description: 'POSIX shared memory: one file system at /dev/shm.' });

const PortWishSchema = z
  .strictObject({
    port: z.int().min(1).max(65_535),
    server: containerName.meta({ description: 'Who listens there.' }),
    clients: names.optional().meta({
      description: 'Who connects over localhost. To keep apart, the default is every other container.',
    }),
  })
  .meta({ id: 'PortWish', description: 'A port on localhost.' });

/** One entry of `share` or `keepApart`. */
export const WishSchema = z
  .union([
    z.enum(wordWishes).meta({ description: 'All containers; `host-…`: with the node.' }),
    z.strictObject({ network: several }),
    z.strictObject({ ipc: several }),
    z.strictObject({ hostname: several }),
    z.strictObject({ pid: several }),
    z.strictObject({ user: several }),
    FilesWishSchema,
    SharedMemoryWishSchema,
    PortWishSchema,
  ])
  .meta({ id: 'Wish', description: 'Something to share, or to keep apart, and among which containers.' });

export const IntentContainerSchema = z
  .strictObject({
    name: containerName,
    image: z.string().regex(imagePattern).optional().meta({ description: 'Default: busybox, which waits.' }),
    role: z.enum(intentRoles).optional().meta({ description: 'sidecar: a native one. Default: app.' }),
    command: z.array(word).min(1).max(most.words).optional(),
    args: z.array(word).max(most.words).optional(),
  })
  .meta({
    id: 'IntentContainer',
    description: 'A container; those that initialize start in the order given.',
  });

export const IntentSchema = z
  .strictObject({
    name: label,
    kind: z.enum(workloadKinds).optional().meta({ description: 'Default: Pod.' }),
    namespace: label.optional(),
    kubernetesVersion: z.enum(kubernetesVersions).optional().meta({ description: 'Default: the newest.' }),
    profile: z.enum(podSecurityLevels).optional().meta({
      description:
        'The Pod Security level to pass. `restricted` sets a user and drops all capabilities. Default: none is asked for.',
    }),
    containers: z.array(IntentContainerSchema).min(1).max(most.containers),
    share: z
      .array(WishSchema)
      .max(most.wishes)
      .optional()
      .meta({ description: 'What to share. Nothing else is, but for what comes with every Pod.' }),
    keepApart: z
      .array(WishSchema)
      .max(most.wishes)
      .optional()
      .meta({ description: 'What must not be shared.' }),
  })
  .meta({
    id: 'Intent',
    description: 'Which containers there are, what they share, and what they must not.',
  });

const parameter = z.union([z.string(), z.int()]);

export const GenerateRequestSchema = z
  .union([
    z.strictObject({
      example: z.string().meta({ description: 'Id of an example.', example: 'log-sharing' }),
      parameters: z
        .record(z.string(), z.union([parameter, z.record(z.string(), parameter)]))
        .optional()
        .meta({ description: 'Values for its parameters; `app.image` or `{ "app": { "image": … } }`.' }),
    }),
    z.strictObject({ intent: IntentSchema }),
  ])
  .meta({ id: 'GenerateRequest', description: 'An example with parameters, or an intent.' });

export const ProofSchema = z
  .strictObject({
    asked: z.string().meta({ description: 'The wish, in words.' }),
    holds: z.boolean(),
    because: z.string().meta({ description: 'What the analysis of the manifest says about it.' }),
  })
  .meta({ id: 'Proof', description: 'Whether the manifest does what one wish asked for.' });

export const GeneratedSchema = z
  .strictObject({
    manifest: z.string().meta({ description: 'The manifest as YAML.' }),
    explanation: z
      .string()
      .meta({ description: 'Which fields do what was asked, and what comes with every Pod.' }),
    analysis: AnalysisSchema,
    proof: z.array(ProofSchema).meta({
      description: 'One for each entry of `share`, then of `keepApart`, read from the analysis.',
    }),
  })
  .meta({ id: 'Generated', description: 'A manifest that shares what was asked, and the proof.' });

export type Wish = z.infer<typeof WishSchema>;
export type IntentContainer = z.infer<typeof IntentContainerSchema>;
export type Intent = z.infer<typeof IntentSchema>;
export type GenerateRequest = z.infer<typeof GenerateRequestSchema>;
export type Proof = z.infer<typeof ProofSchema>;
export type Generated = z.infer<typeof GeneratedSchema>;
