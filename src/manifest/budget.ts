import { limits } from '../model/limits.ts';

/**
 * What is left of the limits that hold for a whole manifest rather than for one document. Without the one on aliases, a
 * thousand documents could each expand to the limit of one.
 */
export type Budget = {
  /** Values that may still come from aliases. */
  aliasValues: number;
  /** Documents and items of Lists that may still come; below zero once there are too many. */
  documents: number;
  /** Pods that may still come; below zero once the manifest has too many. */
  pods: number;
};

export function openBudget(): Budget {
  return { aliasValues: limits.expandedNodes, documents: limits.documents, pods: limits.pods };
}
