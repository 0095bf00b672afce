import type { EnvVar, VolumeMount } from '../../model/pod.ts';
import type { Pod, PodContainer } from '../pod.ts';
import { cleanPath } from './paths.ts';

/**
 * Says which path inside its volume a mount shows: `subPath`, or `subPathExpr` with its variables replaced.
 *
 * A variable is known when the container sets it to a literal, or to a field of the Pod: the same field has the same value
 * in every container, so one whose value the manifest does not give is replaced by its own name in angle brackets.
 *
 * @param environment - Gives the variables of the container; called only when a mount needs them.
 * @returns The cleaned path, `''` for the root of the volume, null when a variable's value cannot be known here.
 * @see kubernetes `pkg/kubelet/container/helpers.go`, ExpandContainerVolumeMounts
 */
export function subPathOf({ subPath, subPathExpr }: VolumeMount, environment: () => Values): string | null {
  if (!subPathExpr) return cleanPath(subPath ?? '');
  if (subPathExpr.length > LONGEST_PATH) return null;
  const values = environment();
  let path = '';
  for (const part of subPathExpr.split(/(\$\$|\$\([^)]*\))/)) {
    const value = part === '$$' ? '$' : part.startsWith('$(') ? values.get(part.slice(2, -1)) : part;
    if (value === undefined || value === null) return null;
    path += value;
    if (path.length > LONGEST_PATH) return null;
  }
  return cleanPath(path);
}

/** What is known of a container's variables; null for one whose value is not. */
export type Values = ReadonlyMap<string, string | null>;

/** Reads the variables of a container. The last of equal names counts. */
export const readValues = (pod: Pod, { spec }: PodContainer): Values =>
  new Map((spec.env ?? []).map((variable) => [variable.name ?? '', knownValue(pod, variable)]));

/** PATH_MAX of Linux: a longer path cannot be mounted. */
const LONGEST_PATH = 4096;

function knownValue(pod: Pod, { value, valueFrom }: EnvVar): string | null {
  if (value !== undefined) return value.includes('$(') ? null : value;
  const field = valueFrom?.fieldRef?.fieldPath;
  if (field === undefined) return valueFrom === undefined ? '' : null;
  const { metadata, kind, namespace } = pod.manifest;
  if (field === 'metadata.name' && kind === 'Pod' && metadata.name) return metadata.name;
  if (field === 'metadata.namespace' && namespace) return namespace;
  return `<${field}>`;
}
