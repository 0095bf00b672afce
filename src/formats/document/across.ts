import { groupBy } from '../../model/group-by.ts';
import type { CrossPodSharing } from '../../model/report.ts';
import { type Line, listLines, nameList } from './block.ts';

/**
 * Tells of something that containers of different Pods share: who, why, and on what condition.
 *
 * @param titles - What each Pod is called, by its id.
 */
export function acrossLine(
  { because, certainty, members }: CrossPodSharing,
  titles: ReadonlyMap<string, Line>,
): Line {
  const pods = [...groupBy(members, ({ pod }) => pod)].map(
    ([pod, own]): Line => [
      ...(titles.get(pod) ?? [pod]),
      ' (',
      ...nameList(own.map(({ container }) => container)),
      ')',
    ],
  );
  return [
    ...listLines(pods),
    `. ${because.text}`,
    ...(certainty === 'conditional' ? [' ', { em: 'If they run on the same node.' }] : []),
  ];
}
