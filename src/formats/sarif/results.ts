import type { Finding, PodReport } from '../../model/report.ts';
import type { RenderContext } from '../format.ts';
import { artifactLocation, logicalLocations, physicalLocation, plainMessage, regionOf } from './locations.ts';
import { levelOf } from './rules.ts';

/** One finding as a result. */
export function resultOf(
  pod: PodReport,
  finding: Finding,
  partialFingerprints: Readonly<Record<string, string>>,
  ruleIndex: number,
  { ignored, fixesOf }: Pick<RenderContext, 'ignored' | 'fixesOf'>,
) {
  const { id, check, severity, message, range, remedy, fixable, waived } = finding;
  const edits = fixesOf?.(id) ?? [];
  const related = relatedLocations(pod, finding);
  return {
    ruleId: check,
    ...(ruleIndex < 0 ? {} : { ruleIndex }),
    level: levelOf(severity),
    message: plainMessage(`${message} ${remedy}`),
    locations: [
      { physicalLocation: physicalLocation(range), logicalLocations: logicalLocations(pod, finding) },
    ],
    ...(related.length > 0 ? { relatedLocations: related } : {}),
    partialFingerprints,
    ...(waived === undefined ? {} : { suppressions: [suppressionOf(waived, ignored.includes(check))] }),
    ...(edits.length > 0 ? { fixes: [fixOf(remedy, edits)] } : {}),
    properties: { id, fixable },
  };
}

/** By an annotation, which stands in the text, or by the request. */
const suppressionOf = ({ reason }: NonNullable<Finding['waived']>, isIgnored: boolean) => ({
  kind: isIgnored ? 'external' : 'inSource',
  status: 'accepted',
  justification: reason,
});

const fixOf = (remedy: string, edits: ReturnType<NonNullable<RenderContext['fixesOf']>>) => ({
  description: { text: remedy },
  artifactChanges: [
    {
      artifactLocation,
      replacements: edits.map(({ range, text }) => ({
        deletedRegion: regionOf(range),
        insertedContent: { text },
      })),
    },
  ],
});

/** How many containers one result points at. */
const MOST_RELATED = 10;

/** The containers concerned, where it is not about all of them. */
function relatedLocations({ containers: all }: PodReport, { containers }: Finding) {
  if (containers.length === all.length) return [];
  const concerned = new Set(containers);
  return all
    .filter(({ name }) => concerned.has(name))
    .slice(0, MOST_RELATED)
    .map(({ name, range }, id) => ({
      id,
      message: plainMessage(`Container ${name}`),
      physicalLocation: physicalLocation(range),
    }));
}
