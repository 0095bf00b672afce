import { renderGenerated } from '../../../formats/markdown/generated.ts';
import { escapeText } from '../../../formats/markdown/text.ts';
import type { Generated, Proof } from '../../../model/generate.ts';
import { generate } from '../../generate.ts';
import { readGenerateRequest } from '../../generate-request.ts';
import { placeBlock } from './block.ts';
import { clip, LONGEST_REASON } from './clip.ts';
import { type Entry, frameCharacters, type Told, tellBriefly } from './told.ts';
import { defineTool } from './tool.ts';

const members = ['example', 'parameters', 'intent'];

/** `generate_manifest`: a manifest that shares exactly what is asked, and the proof. */
export const generateManifest = defineTool({
  members,
  read: (given) =>
    readGenerateRequest(
      Object.fromEntries(
        Object.entries(given).filter(([name, value]) => members.includes(name) && value !== null),
      ),
    ),
  answer: generate,
  brief,
  full: (generated) => [{ text: renderGenerated(generated), data: { detail: 'full', ...generated } }],
});

function brief({ manifest, explanation, proof }: Generated): Told {
  const short = clip(explanation, LONGEST_EXPLANATION);
  const block = placeBlock('manifest', 'yaml', manifest, frameCharacters - 2 * short.length - PROOFS);
  return tellBriefly(
    {
      text: `${block.text}\n\n${escapeText(short)}`,
      data: { detail: 'summary', ...block.data, explanation: short },
    },
    { proof: { heading: '**Proof**', noun: 'wish', entries: proof.map(proofEntry) } },
    block.leftOut,
  );
}

const LONGEST_EXPLANATION = 900;

/** Room for the first wishes of the proof, whatever the manifest takes. */
const PROOFS = 900;

function proofEntry({ asked, holds, because }: Proof): Entry {
  const data: Proof = { asked: clip(asked, LONGEST_REASON), holds, because: clip(because, LONGEST_REASON) };
  return { text: `- ${holds ? '✅' : '❌'} ${escapeText(`${data.asked}: ${data.because}`)}`, data };
}
