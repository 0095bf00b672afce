import { limits } from '../../model/limits.ts';
import type { Finding } from '../../model/report.ts';
import { type KubernetesVersion, severities } from '../../model/vocabulary.ts';
import { appliesAt } from './applies-at.ts';
import type { Check, Facts } from './check.ts';
import { findingId } from './finding-id.ts';
import { checks } from './index.ts';

/**
 * Runs every check that applies at the Kubernetes version asked for.
 *
 * @param waivers - Reasons by check id: findings of these stay, marked as waived.
 * @returns The findings, errors first, then in the order of the catalogue and of the text; each id once; at most
 *   `limits.findingsPerCheck` of one check, of which the last says when there are more. How many is not counted: a check
 *   stops there.
 */
export function runChecks(
  facts: Facts,
  locate: (pointer: string) => Finding['range'],
  waivers: ReadonlyMap<string, string>,
): Finding[] {
  const { id: podId, containers, options } = facts.pod;
  const everyone = containers.map(({ name }) => name);
  const findings = new Map<string, Finding>();
  for (const check of checksAt(options.kubernetesVersion)) {
    let left: number = limits.findingsPerCheck;
    let last: Finding | undefined;
    for (const { pointer, message, containers: concerned = everyone } of check.run(facts)) {
      if (left === 0) {
        if (last !== undefined) findings.set(last.id, { ...last, message: `${last.message} ${notListed}` });
        break;
      }
      left -= 1;
      const id = findingId(podId, check.id, pointer);
      if (findings.has(id)) continue;
      const reason = waivers.get(check.id);
      last = {
        id,
        check: check.id,
        severity: check.severity,
        message,
        containers: [...concerned],
        pointer,
        range: locate(pointer),
        remedy: check.remedy,
        fixable: check.fix !== undefined && check.fix.edits(facts, { pointer }).length > 0,
        source: check.source,
        ...(reason === undefined ? {} : { waived: { reason } }),
      };
      findings.set(id, last);
    }
  }
  return [...findings.values()].sort(
    (x, y) => severities.indexOf(x.severity) - severities.indexOf(y.severity),
  );
}

const notListed = `There are more like it: at most ${limits.findingsPerCheck} of a check are listed for a Pod (findingsPerCheck).`;

/** The checks that apply at a version, in the order of the catalogue. */
function checksAt(version: KubernetesVersion): readonly Check[] {
  const known = byVersion.get(version);
  if (known !== undefined) return known;
  const applying = checks.filter((check) => appliesAt(check, version));
  byVersion.set(version, applying);
  return applying;
}

const byVersion = new Map<KubernetesVersion, readonly Check[]>();
