import { listParts } from '../model/analysis.ts';
import { groupBy } from '../model/group-by.ts';
import type { Analysis, DocumentReport, Finding, PodReport } from '../model/report.ts';
import type { CheckEntry, RenderContext } from './format.ts';
import { element, lines, type Markup, text } from './markup.ts';

/** Past this many cases only those with a finding are listed. */
const MOST_CASES = 20_000;

/**
 * Writes a report as JUnit XML for CI dashboards: a suite for each Pod, in it a case for each check that was run, so that a
 * case keeps its name from run to run. Errors and warnings fail it, waived findings skip it, others are told in its output.
 * What could not be read is an error of a suite of its own.
 *
 * @see https://github.com/testmoapp/junitxml
 */
export function renderJunit({ engine, pods, documents }: Analysis, { checks }: RenderContext): string {
  const isWhole = pods.length * checks.length <= MOST_CASES;
  const suites = [...pods.map((pod) => podSuite(pod, checks, isWhole)), ...unreadSuite(documents)];
  const root = suiteOf('testsuites', engine.name, suites);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.markup.markup}\n`;
}

type Outcome = 'passed' | 'failures' | 'errors' | 'skipped';

/** A case or a suite, with what dashboards count. */
type Counted = { readonly markup: Markup; readonly counts: Readonly<Record<Outcome, number>> };

const none = { passed: 0, failures: 0, errors: 0, skipped: 0 };

function suiteOf(name: 'testsuite' | 'testsuites', title: string, inside: readonly Counted[]): Counted {
  const sum = (outcome: Outcome) => inside.reduce((total, { counts }) => total + counts[outcome], 0);
  const [failures, errors, skipped] = [sum('failures'), sum('errors'), sum('skipped')];
  const counts = { passed: sum('passed'), failures, errors, skipped };
  const tests = counts.passed + failures + errors + skipped;
  const attributes = { name: title, tests, failures, errors, skipped, time: 0 };
  const children = inside.map(({ markup }) => markup);
  return { counts, markup: element(name, attributes, lines(blank, ...children, blank)) };
}

const blank = text('');

function podSuite({ source, findings }: PodReport, checks: readonly CheckEntry[], isWhole: boolean): Counted {
  const title = `${source.kind} ${source.namespace}/${source.name ?? 'without a name'}`;
  const byCheck = new Map<string, readonly Finding[]>([
    ...(isWhole ? checks.map(({ id }): [string, Finding[]] => [id, []]) : []),
    ...groupBy(findings, ({ check }) => check),
  ]);
  return suiteOf(
    'testsuite',
    title,
    [...byCheck].map(([check, found]) => checkCase(title, check, found)),
  );
}

function checkCase(suite: string, check: string, findings: readonly Finding[]): Counted {
  const bad = findings.filter(({ waived, severity }) => waived === undefined && severity !== 'info');
  const [first] = bad;
  const waived = findings.find((finding) => finding.waived !== undefined)?.waived;
  if (first) {
    const failure = element('failure', { message: first.message, type: first.severity }, ...bad.map(tell));
    return caseOf(suite, check, 'failures', failure);
  }
  if (waived) return caseOf(suite, check, 'skipped', element('skipped', { message: waived.reason }));
  const told = findings.length > 0 ? [element('system-out', {}, ...findings.map(tell))] : [];
  return caseOf(suite, check, 'passed', ...told);
}

const tell = ({ message, remedy, range: { start } }: Finding): Markup =>
  lines(text(`manifest.yaml:${start.line}:${start.column} ${message} ${remedy}`), blank);

function unreadSuite(documents: readonly DocumentReport[]): Counted[] {
  const parts = listParts(documents);
  const cases = parts.flatMap(({ problems }) =>
    problems.map(({ code, detail, range }) => {
      const place = range ? `line ${range.start.line}` : 'the manifest';
      return caseOf('manifest', place, 'errors', element('error', { message: detail, type: code }));
    }),
  );
  return cases.length > 0 ? [suiteOf('testsuite', 'manifest', cases)] : [];
}

const caseOf = (suite: string, name: string, outcome: Outcome, ...inside: readonly Markup[]): Counted => ({
  counts: { ...none, [outcome]: 1 },
  markup: element('testcase', { name, classname: suite, file: 'manifest.yaml', time: 0 }, ...inside),
});
