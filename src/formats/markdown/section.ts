/** A heading and the lists below it. Lines are Markdown already. */
export type Section = {
  readonly heading: string;
  readonly lists: readonly { readonly title: string; readonly lines: readonly string[] }[];
};

/** How many lines of a list are printed: the JSON has them all. */
const MOST_LINES = 20;

/** Room for what is counted instead of printed. */
const COUNTED = 100;

/**
 * Prints sections in so many characters: each gets an equal share of what those before it leave, and in it the first lines
 * of each list that fit. Lines that do not are counted; a section whose heading does not fit is left out.
 */
export function printSections(sections: readonly Section[], room: number): string[] {
  let left = room;
  return sections.flatMap((section, i) => {
    const text = printSection(section, left / (sections.length - i));
    left -= text.length;
    return text === '' ? [] : [text];
  });
}

function printSection({ heading, lists }: Section, room: number): string {
  let left = room - heading.length - COUNTED;
  if (left < 0) return '';
  const blocks = lists.flatMap(({ title, lines }) => {
    if (lines.length === 0) return [];
    left -= title.length + COUNTED;
    const kept = lines.slice(0, MOST_LINES).filter((line) => {
      const fits = line.length < left;
      if (fits) left -= line.length + 1;
      return fits;
    });
    const missing = lines.length - kept.length;
    const items = [
      ...kept,
      ...(missing > 0 ? [`- ${missing} more ${missing === 1 ? 'is' : 'are'} in the JSON report.`] : []),
    ];
    return [...(title === '' ? [] : [title]), items.join('\n')];
  });
  return [heading, ...blocks].join('\n\n');
}
