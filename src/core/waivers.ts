import type { Pod } from './pod.ts';

/** The annotation on a Pod or its template that waives checks: one `check-id: reason` a line (or separated by `;`). */
const waiverAnnotation = 'podshare.dev/ignore';

/**
 * Reads which checks are waived for a Pod and why: by its annotation, and by the `ignore` option of the request.
 * The annotation's reason counts when both name a check.
 *
 * @returns Reasons by check id.
 */
export function waiversOf({ manifest, options }: Pod): Map<string, string> {
  const waivers = new Map(options.ignore.map((check) => [check, 'Ignored by the request.']));
  for (const line of (manifest.metadata.annotations?.[waiverAnnotation] ?? '').split(/[\n;]/)) {
    const [check = '', ...reason] = line.split(':');
    if (check.trim() === '') continue;
    waivers.set(check.trim(), reason.join(':').trim() || 'No reason given.');
  }
  return waivers;
}
