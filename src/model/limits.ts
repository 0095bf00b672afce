/**
 * Limits on one request. Published by `GET /v1/meta` and named in the problem that a request past one of them gets.
 * Each is far above what people send and far below what a function cannot do in two seconds with one processor.
 */
export const limits = {
  /** Bytes of a request body, and of the manifest inside a JSON body. */
  bodyBytes: 1_048_576,
  /** Documents of one manifest that are not empty. */
  documents: 5_000,
  /** Pods (objects with a PodSpec) in one manifest, items of Lists included. */
  pods: 1_000,
  /** Containers of all classes in one Pod. */
  containersPerPod: 1_000,
  /** Nesting of lists and maps in one document. */
  nestingDepth: 100,
  /** Aliases (`*name`) in one document. */
  aliases: 10_000,
  /** Values in one document once every alias stands for what it names. */
  expandedNodes: 300_000,
  /** Containers of one Pod up to which `pairs` are listed; past it the instances say the same in linear space. */
  containersForPairs: 24,
  /** Pairs listed in one report; a Pod whose pairs would go past it has none listed. */
  pairs: 2_000,
  /** Mounts of one Pod that are listed; a Pod with more has its volumes listed without them. */
  mountsPerPod: 5_000,
  /** Names of containers listed in the overlaps of one storage of a Pod. */
  overlapMembers: 50_000,
  /** Findings of one check that are listed in one Pod; the last of them says when there are more. */
  findingsPerCheck: 200,
  /** Problems reported for one document. */
  problemsPerDocument: 50,
  /** Bytes of an answer (a Lambda function may answer with 6 MB). */
  outputBytes: 5_242_880,
} as const;

export type LimitName = keyof typeof limits;
