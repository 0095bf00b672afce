import type { BriefProblem } from '../../../model/brief.ts';
import type { ProblemReport } from '../../../model/report.ts';
import { clip } from './clip.ts';
import { type Entry, type Section, type Told, tellBriefly } from './told.ts';

/** Tells why a tool could do nothing, in the room of a short answer, so that who called it can fix what was sent. */
export const tellRejection = (problems: readonly ProblemReport[]): Told =>
  tellBriefly(
    { text: 'Nothing could be done with what was sent.', data: {} },
    { problems: problemSection(problems) },
  );

export const problemSection = (problems: readonly ProblemReport[]): Section => ({
  noun: 'problem',
  entries: problems.map(problemEntry),
});

/** A detail is ours and Markdown where it names something; nothing of the manifest stands in it. */
function problemEntry({ code, detail, document, pointer, range }: ProblemReport): Entry {
  const start = range?.start;
  const data: BriefProblem = {
    code,
    detail: clip(detail, LONGEST),
    ...(document !== undefined && { document }),
    ...(pointer !== undefined && { pointer }),
    ...start,
  };
  const where = start === undefined ? '' : ` Line ${start.line}, column ${start.column}:`;
  return { text: `- 🛑 **${code}**${where} ${data.detail}`, data };
}

/** Details are a sentence or two; those that list what is allowed are the longest. */
const LONGEST = 1_500;
