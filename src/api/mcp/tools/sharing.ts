import { codeSpan, escapeText } from '../../../formats/markdown/text.ts';
import type { BriefSharing } from '../../../model/brief.ts';
import { listWords } from '../../../model/list-words.ts';
import type { CrossPodSharing } from '../../../model/report.ts';
import { clip, LONGEST_REASON } from './clip.ts';

/** Something that containers of different Pods share, in both forms. */
export function sharingEntry({ kind, subject, members, because }: CrossPodSharing): {
  readonly text: string;
  readonly data: BriefSharing;
} {
  const pods = [...new Set(members.map(({ pod }) => pod))];
  const data = {
    kind,
    subject: clip(subject, LONGEST_REASON),
    pods: pods.slice(0, MOST_PODS),
    members: members.length,
    because: clip(because.text, LONGEST_REASON),
  };
  return { text: `${listWords(pods.map(codeSpan), MOST_PODS)}: ${escapeText(data.because)}`, data };
}

/** Pods that are named; the others are counted. */
const MOST_PODS = 6;
