import { fixedLine, renderRepair, unfixedLine } from '../../../formats/markdown/repair.ts';
import type { Repair } from '../../../model/fix.ts';
import { fix } from '../../fix.ts';
import { readFixRequest } from '../../fix-request.ts';
import { placeBlock } from './block.ts';
import { clip, LONGEST_REASON } from './clip.ts';
import { frameCharacters, type Told, tellBriefly } from './told.ts';
import { defineTool } from './tool.ts';

/** `fix_findings`: the manifest without some findings, edited where it has to be and nowhere else. */
export const fixFindings = defineTool({
  members: ['manifest', 'findings'],
  read: readFixRequest,
  answer: fix,
  brief,
  full: (repair) => [{ text: renderRepair(repair), data: { detail: 'full', repair } }],
});

function brief(repair: Repair): Told {
  const block = placeBlock('diff', 'diff', repair.diff, frameCharacters - LISTS);
  return tellBriefly(
    {
      text: repair.diff === '' ? 'Nothing was changed.' : block.text,
      data: { detail: 'summary', ...block.data },
    },
    {
      fixed: { heading: '**Fixed**', noun: 'fixed finding', entries: fixedEntries(repair) },
      unfixed: { heading: '**Not fixed**', noun: 'unfixed finding', entries: unfixedEntries(repair) },
    },
    block.leftOut,
  );
}

/** Room for what was fixed and what was not, whatever the diff takes. */
const LISTS = 1_400;

function fixedEntries({ fixed, notes }: Repair) {
  const noteOf = new Map(notes.map(({ id, text }) => [id, text]));
  return fixed.map((id) => {
    const whole = noteOf.get(id);
    const note = whole && clip(whole, LONGEST_REASON);
    return { text: fixedLine(id, note), data: { id, ...(note !== undefined && { note }) } };
  });
}

const unfixedEntries = ({ unfixed }: Repair) =>
  unfixed.map(({ id, reason }) => {
    const short = clip(reason, LONGEST_REASON);
    return { text: unfixedLine(id, short), data: { id, reason: short } };
  });
