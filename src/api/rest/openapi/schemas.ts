import * as z from 'zod';

import '../../../model/compare.ts';
import '../../../model/fix.ts';
import { formats } from '../../../formats/format.ts';
import { GenerateRequestSchema } from '../../../model/generate.ts';
import { limits } from '../../../model/limits.ts';
import { labelPattern } from '../../../model/names.ts';
import { problemCodes } from '../../../model/problem.ts';
import { ProblemSchema } from '../../../model/report.ts';
import {
  cgroupVersions,
  checkGroups,
  details,
  kubernetesVersions,
  namespaceKinds,
  podSecurityLevels,
  runtimes,
  severities,
  sharingKinds,
  workloadKinds,
} from '../../../model/vocabulary.ts';
import { rootLinks } from '../reference/root.ts';

/**
 * Shapes of the REST API beside the report: what is sent, what the reference endpoints answer, problem details.
 * Only the generator and tests import this; what the API answers is held to it by tests.
 */

export const optionSchemas = {
  kubernetesVersion: z.enum(kubernetesVersions).meta({
    description: 'Minor version of the cluster. Default: the newest.',
  }),
  runtime: z.enum(runtimes).meta({ description: 'Container runtime of the nodes. Default: containerd.' }),
  cgroup: z
    .enum(cgroupVersions)
    .meta({ description: 'Version of control groups on the nodes. Default: v2.' }),
  namespace: z
    .string()
    .max(63)
    .regex(labelPattern)
    .meta({ description: 'Kubernetes namespace of objects that name none. Default: default.' }),
  detail: z.enum(details).meta({ description: '`summary` leaves `pairs` out. Default: full.' }),
  ignore: z.string().meta({
    description: 'Ids of checks, separated by commas: their findings are marked as waived.',
    example: 'host-pid,host-network',
  }),
  format: z
    .enum(formats.map(({ id }) => id))
    .meta({ description: 'Format of the answer. Wins over Accept.' }),
} as const;

const manifest = z
  .string()
  .max(limits.bodyBytes)
  .meta({ description: 'The manifest: YAML or JSON, one document or many.' });

const options = z
  .strictObject({
    kubernetesVersion: optionSchemas.kubernetesVersion.nullable(),
    runtime: optionSchemas.runtime.nullable(),
    cgroup: optionSchemas.cgroup.nullable(),
    namespace: optionSchemas.namespace.nullable(),
    detail: optionSchemas.detail.nullable(),
    ignore: z.union([optionSchemas.ignore, z.array(z.string()), z.null()]),
    format: z.string().nullable().meta({ description: 'As in the query.' }),
  })
  .partial()
  .meta({
    id: 'Options',
    description: 'The options of the query. Those in the query win; null is as if absent.',
  })
  .nullable()
  .optional();

z.strictObject({ manifest, options }).meta({
  id: 'AnalyzeRequest',
  description: 'A manifest as text, with options.',
});

z.strictObject({ before: manifest, after: manifest, options }).meta({
  id: 'CompareRequest',
  description: 'Two manifests as text. One may be empty: then everything in the other is new, or gone.',
});

z.strictObject({
  manifest,
  findings: z.array(z.string()).meta({
    description: 'Ids of findings, or of checks: then all that the check finds.',
    example: ['host-pid'],
  }),
  options,
}).meta({ id: 'FixRequest', description: 'A manifest as text, and what to fix in it.' });

z.intersection(GenerateRequestSchema, z.object({ options })).meta({
  id: 'GenerateBody',
  description: 'What to generate, with options of its analysis.',
});

const NamespaceSchema = z
  .strictObject({
    kind: z.enum(namespaceKinds),
    title: z.string(),
    isolates: z.string().meta({ description: 'What the kernel isolates with it.' }),
    byDefault: z.string().meta({ description: 'How Kubernetes shares it when no field says otherwise.' }),
    fields: z.array(z.string()).meta({ description: 'The fields that change it. Empty when no field does.' }),
    command: z.string().meta({ description: 'A command that shows the namespace on a live Pod.' }),
    source: z.url().meta({ description: 'Where the rule is written.' }),
    onWindows: z.boolean().meta({ description: 'Whether there is such a thing on Windows nodes.' }),
  })
  .meta({ id: 'Namespace', description: 'What one Linux namespace isolates and how Kubernetes shares it.' });

z.strictObject({ namespaces: z.array(NamespaceSchema).length(namespaceKinds.length) }).meta({
  id: 'NamespaceList',
  description: 'The eight Linux namespaces, in report order.',
});

const CheckSummarySchema = z
  .strictObject({
    id: z.string().meta({ description: 'Stable: the `check` of a finding.' }),
    group: z.enum(checkGroups),
    severity: z.enum(severities),
    summary: z.string().meta({ description: 'What it looks for.' }),
    why: z.string().meta({ description: 'Why it matters.' }),
    remedy: z.string().meta({ description: 'What to do about it.' }),
    source: z.url().meta({ description: 'Where the rule is written.' }),
    since: z
      .string()
      .optional()
      .meta({ description: 'First Kubernetes version it applies to. Absent: all.' }),
    fixable: z.boolean().meta({ description: 'Whether podshare can fix it by itself.' }),
    effect: z.string().nullable().meta({
      description: 'What a fix writes, and how the Pod behaves differently then. Null where there is no fix.',
    }),
  })
  .meta({ id: 'CheckSummary', description: 'Something a report can find.' });

CheckSummarySchema.extend({
  bad: z.string().meta({ description: 'A manifest in which it finds something, as YAML.' }),
  good: z.string().meta({ description: 'The same without what it finds, as YAML.' }),
}).meta({ id: 'Check', description: 'Something a report can find, with examples.' });

z.strictObject({ checks: z.array(CheckSummarySchema) }).meta({
  id: 'CheckList',
  description: 'Every check, by id.',
});

const ExampleSchema = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    teaches: z.string().meta({ description: 'The lesson, one or two sentences.' }),
    lesson: z
      .string()
      .optional()
      .meta({ description: 'What else is worth knowing: what people get wrong about it, what it costs.' }),
    shares: z.array(z.enum(sharingKinds)).meta({ description: 'What its containers share on purpose.' }),
    level: z
      .enum(podSecurityLevels)
      .meta({ description: 'The strictest Pod Security level it passes on the newest Kubernetes.' }),
    kinds: z.array(z.enum(workloadKinds)).meta({
      description: 'The kinds of object it can be, the default first: values for its parameter `kind`.',
    }),
    parameters: z
      .array(z.strictObject({ name: z.string(), default: z.string(), description: z.string() }))
      .meta({ description: 'What can be changed, as query parameters of the example.' }),
  })
  .meta({ id: 'Example', description: 'An example manifest.' });

z.strictObject({ examples: z.array(ExampleSchema) }).meta({
  id: 'ExampleList',
  description: 'The example manifests.',
});

const limitNames = Object.keys(limits);
const linkNames = Object.keys(rootLinks);

z.strictObject({
  engine: z.strictObject({ name: z.literal('podshare'), version: z.string() }),
  rules: z.strictObject({ version: z.string(), checks: z.int().min(0) }),
  kubernetesVersions: z.array(z.enum(kubernetesVersions)).meta({ description: 'Oldest first.' }),
  runtimes: z.array(z.enum(runtimes)),
  cgroupVersions: z.array(z.enum(cgroupVersions)),
  formats: z.array(z.strictObject({ id: z.string(), mediaTypes: z.array(z.string()) })),
  defaults: z.strictObject({ ...optionSchemas, ignore: z.array(z.string()) }).omit({ format: true }),
  limits: z.strictObject(Object.fromEntries(limitNames.map((name) => [name, z.int().min(1)]))),
}).meta({ id: 'Meta', description: 'Which versions and limits are in force.' });

z.strictObject({
  name: z.literal('podshare'),
  version: z.string(),
  summary: z.string(),
  links: z.strictObject(Object.fromEntries(linkNames.map((name) => [name, z.string()]))),
}).meta({ id: 'Root', description: 'Where everything stands.' });

z.strictObject({ status: z.literal('ok') }).meta({ id: 'Health', description: 'That the service is alive.' });

z.strictObject({
  type: z.url().meta({
    description:
      'Identifier of the kind of problem: https://podshare.dev/problems/ and the code in kebab-case.',
  }),
  title: z.string().meta({ description: 'The kind of problem, in words.' }),
  status: z.int().min(400).max(599),
  detail: z.string().meta({ description: 'What is wrong. Never holds a value of the manifest.' }),
  instance: z.string().meta({
    description: 'The endpoint and, after #, the id of the request, which is also in X-Request-Id.',
  }),
  code: z.enum(problemCodes).meta({ description: 'Stable code. New ones may be added.' }),
  problems: z.array(ProblemSchema).min(1).meta({
    description: 'What was found wrong, as much of it as an answer holds; the first gave code and status.',
  }),
  limits: z
    .strictObject(Object.fromEntries(limitNames.map((name) => [name, z.int().min(1).optional()])))
    .optional()
    .meta({ description: 'The limits that were passed, with their values.' }),
}).meta({ id: 'ProblemDetails', description: 'Why a request failed (RFC 9457).' });

z.strictObject({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullable().optional(),
  operationName: z.string().nullable().optional(),
  extensions: z.record(z.string(), z.unknown()).nullable().optional(),
}).meta({
  id: 'GraphqlRequest',
  description: 'A GraphQL operation. The schema is schema/schema.graphql, also by introspection.',
});

z.object({
  data: z.record(z.string(), z.unknown()).nullable().optional(),
  errors: z
    .array(z.looseObject({ message: z.string(), extensions: z.looseObject({ code: z.string() }).optional() }))
    .optional(),
}).meta({ id: 'GraphqlResponse', description: 'What GraphQL answers: data, or errors in the query.' });

const JsonRpcMessageSchema = z.object({
  jsonrpc: z.literal('2.0'),
  id: z.union([z.string(), z.int()]).optional().meta({ description: 'Absent in a notification.' }),
  method: z.string(),
  params: z.record(z.string(), z.unknown()).optional(),
});

// What is no message in a batch is answered by an error of its own, as JSON-RPC has it.
z.union([JsonRpcMessageSchema, z.array(z.unknown()).min(1)]).meta({
  id: 'JsonRpcMessage',
  description:
    'A request or notification of the Model Context Protocol; several of them as a batch of revision 2025-03-26.',
});

const JsonRpcAnswerSchema = z.object({
  jsonrpc: z.literal('2.0'),
  id: z.union([z.string(), z.int()]).optional().meta({ description: 'Absent when it could not be read.' }),
  result: z.record(z.string(), z.unknown()).optional(),
  error: z.object({ code: z.int(), message: z.string(), data: z.unknown().optional() }).optional(),
});

z.union([JsonRpcAnswerSchema, z.array(JsonRpcAnswerSchema)]).meta({
  id: 'JsonRpcResponse',
  description: 'A result or an error; several for a batch of revision 2025-03-26.',
});
