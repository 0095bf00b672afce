import { codeBlock, codeSpan, escapeText } from '../../../formats/markdown/text.ts';
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
  full: (repair) => [{ text: wholeText(repair), data: { detail: 'full', repair } }],
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

const wholeText = (repair: Repair): string =>
  [
    codeBlock(repair.diff, 'diff'),
    ...fixedEntries(repair).map(({ text }) => text),
    ...unfixedEntries(repair).map(({ text }) => text),
  ].join('\n');

/** A finding that went with another has no note of its own. */
function fixedEntries({ fixed, notes }: Repair) {
  const noteOf = new Map(notes.map(({ id, text }) => [id, text]));
  return fixed.map((id) => {
    const whole = noteOf.get(id);
    if (whole === undefined) return { text: `- ✅ ${codeSpan(id)}`, data: { id } };
    const note = clip(whole, LONGEST_REASON);
    return { text: `- ✅ ${codeSpan(id)}: ${escapeText(note)}`, data: { id, note } };
  });
}

const unfixedEntries = ({ unfixed }: Repair) =>
  unfixed.map(({ id, reason }) => {
    const short = clip(reason, LONGEST_REASON);
    return { text: `- ❌ ${codeSpan(id)}: ${escapeText(short)}`, data: { id, reason: short } };
  });
