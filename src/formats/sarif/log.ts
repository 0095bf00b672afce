import { listParts, withoutPairs } from '../../model/analysis.ts';
import type { Analysis, DocumentReport, ListItem } from '../../model/report.ts';
import type { RenderContext } from '../format.ts';
import { fingerprinter } from './fingerprints.ts';
import { artifactLocation, physicalLocation } from './locations.ts';
import { resultOf } from './results.ts';
import { ruleOf } from './rules.ts';

/** What GitHub takes of one run. @see https://docs.github.com/en/code-security/reference/code-scanning/sarif-support-for-code-scanning */
const MOST_RESULTS = 25_000;

/**
 * Writes a report as a SARIF 2.1.0 log of one run. Nothing is lost: the report stands in the properties of the run,
 * unless it is so large that the results would have no room beside it.
 *
 * Every check that was run is a rule, every finding a result; a waived one is suppressed. What could not be read of the
 * manifest is a notification of the invocation. Without indentation, because programs read it.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function renderSarif(analysis: Analysis, context: RenderContext): string {
  const { engine, documents, pods } = analysis;
  const ruleIndexes = new Map(context.checks.map(({ id }, index) => [id, index]));
  const fingerprintsIn = fingerprinter();
  const results = pods.flatMap((pod) => {
    const fingerprintsOf = fingerprintsIn(pod);
    return pod.findings.map((finding) =>
      resultOf(pod, finding, fingerprintsOf(finding), ruleIndexes.get(finding.check) ?? -1, context),
    );
  });
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: engine.name,
            version: engine.version,
            semanticVersion: engine.version,
            informationUri: 'https://podshare.dev',
            rules: context.checks.map(ruleOf),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: {
          '%SRCROOT%': { description: { text: 'The folder the manifest was sent from.' } },
        },
        artifacts: [
          {
            location: artifactLocation,
            length: context.manifestBytes,
            mimeType: 'application/yaml',
            encoding: 'UTF-8',
            roles: ['analysisTarget'],
          },
        ],
        invocations: [invocationOf(documents, results.length)],
        results: results.slice(0, MOST_RESULTS),
        properties: propertiesOf(analysis),
      },
    ],
  };
  return `${JSON.stringify(log)}\n`;
}

/** Characters of the report that stand in a log; the answer has a limit, and the results come first. */
const MOST_CHARACTERS = 2_500_000;

/** The report: whole, or without what the instances say too, or if it is still too large not at all. */
function propertiesOf(analysis: Analysis) {
  const short = withoutPairs(analysis);
  const fitting = [analysis, short].find((each) => JSON.stringify(each).length <= MOST_CHARACTERS);
  return fitting === undefined ? {} : { analysis: fitting };
}

function invocationOf(documents: readonly DocumentReport[], resultCount: number) {
  const parts = listParts(documents);
  const more = resultCount - MOST_RESULTS;
  const left = { level: 'warning', message: { text: `${more} more results are left out.` } };
  return {
    executionSuccessful: parts.every(({ status }) => status !== 'invalid'),
    toolExecutionNotifications: [...parts.flatMap(notificationsOf), ...(more > 0 ? [left] : [])],
  };
}

const notificationsOf = ({ problems, range: whole }: DocumentReport | ListItem) =>
  problems.map(({ code, detail, pointer, range = whole }) => ({
    descriptor: { id: code },
    level: 'error',
    message: { text: detail },
    locations: [
      {
        physicalLocation: physicalLocation(range),
        ...(pointer === undefined
          ? {}
          : { logicalLocations: [{ fullyQualifiedName: pointer, kind: 'value' }] }),
      },
    ],
  }));
