/** Names a finding: by its Pod, its check and its place, whatever it says. */
export const findingId = (pod: string, check: string, pointer: string): string =>
  `${pod}#${check}@${pointer}`;
