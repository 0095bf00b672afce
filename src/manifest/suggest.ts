/**
 * Suggests a field for a key that is none: one that differs only by case, else one that is at most two slips
 * of the pen away (a letter missing, added, changed, or two swapped) and less than half its length.
 *
 * @param names The fields there are.
 * @returns The nearest field, of several the first; null without one.
 */
export function suggestField(key: string, names: readonly string[]): string | null {
  const lower = key.toLowerCase();
  const sameLetters = names.find((name) => name.toLowerCase() === lower);
  if (sameLetters !== undefined) return sameLetters;
  let nearest: string | null = null;
  let least = 3;
  for (const name of names) {
    if (Math.abs(name.length - key.length) >= least || name.length < 4) continue;
    const distance = countSlips(lower, name.toLowerCase());
    if (distance < least && distance * 2 < name.length) {
      least = distance;
      nearest = name;
    }
  }
  return nearest;
}

/** Damerau-Levenshtein distance of neighbours (optimal string alignment). Both words are short: their lengths differ by two at most. */
function countSlips(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      let slips = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1));
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        slips = Math.min(slips, (beforeLast[j - 2] ?? slips) + 1);
      row.push(slips);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
