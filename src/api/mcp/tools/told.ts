/** One way to tell an answer: as Markdown a model can repeat to a person, and as data. Both say the same. */
export type Told = { readonly text: string; readonly data: object };

/** One entry of a list, in both forms. */
export type Entry = { readonly text: string; readonly data: unknown };

/** A list of an answer, what matters most first. */
export type Section = {
  /** What stands above it as Markdown; nothing does when it is empty. */
  readonly heading?: string;
  /** What one entry is, to count those that are left out: `finding`. */
  readonly noun: string;
  readonly entries: readonly Entry[];
};

/**
 * Characters of a short answer, text and data together as JSON: some 1,500 tokens.
 */
export const briefCharacters = 6_000;

/** Kept free for what `tellBriefly` itself says of what is left out, and for the names of the lists. */
const RESERVE = 600;

/** Room for what is not a list: an answer is mostly lists. */
export const frameCharacters = briefCharacters - RESERVE;

/**
 * Tells an answer in the room of a short one: all of the frame, and of each list the entries there is room for, in their order. Lists share the room evenly; what one does not need the others have. Nothing is left out silently: `leftOut` in the
 * data and the last line of the text count it by list.
 *
 * @param frame - What stands above the lists. It must leave room: clip what is in it.
 * @param leftOut - What the frame has already left out, by name.
 */
export function tellBriefly(
  frame: Told,
  sections: Readonly<Record<string, Section>>,
  leftOut: Readonly<Record<string, number>> = {},
): Told {
  const lists = Object.entries(sections);
  const rooms = shareRoom(
    frameCharacters - costOf(frame),
    lists.map(([, { entries }]) => entries),
  );
  const told = lists.map(([name, section], i) => ({
    name,
    section,
    shown: takeFrom(section.entries, rooms[i] ?? 0),
  }));
  const cut = told.flatMap(({ name, section, shown }) => {
    const count = section.entries.length - shown.length;
    return count > 0 ? [{ name, count, words: countWords(count, section.noun) }] : [];
  });
  const counts = { ...leftOut, ...Object.fromEntries(cut.map(({ name, count }) => [name, count])) };
  return {
    text: [
      frame.text,
      ...told.flatMap(({ section, shown }) => sectionText(section, shown)),
      ...(cut.length > 0
        ? [
            `_Left out to be short: ${cut.map(({ words }) => words).join(', ')}. Detail "full" has everything._`,
          ]
        : []),
    ]
      .filter((part) => part !== '')
      .join('\n\n'),
    data: {
      ...frame.data,
      ...Object.fromEntries(told.map(({ name, shown }) => [name, shown.map(({ data }) => data)])),
      ...(Object.keys(counts).length > 0 && { leftOut: counts }),
    },
  };
}

function sectionText({ heading }: Section, shown: readonly Entry[]): string[] {
  if (shown.length === 0) return [];
  const list = shown.map(({ text }) => text).join('\n');
  return [heading === undefined ? list : `${heading}\n\n${list}`];
}

/** `1 finding`, `2 findings`. */
export const countWords = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? '' : 's'}`;

/** The two commas and line ends around it are in it. */
const costOf = ({ text, data }: Entry): number =>
  JSON.stringify(text).length + JSON.stringify(data).length + 2;

/** Divides room among lists: each gets what it needs, or an even share of what those that need less leave. */
function shareRoom(room: number, lists: readonly (readonly Entry[])[]): number[] {
  const needs = lists.map((entries) => needOf(entries, room));
  const shares = needs.map(() => 0);
  let left = Math.max(0, room);
  const byNeed = [...needs.keys()].sort((i, j) => (needs[i] ?? 0) - (needs[j] ?? 0));
  for (const [served, i] of byNeed.entries()) {
    const share = Math.min(needs[i] ?? 0, Math.floor(left / (byNeed.length - served)));
    shares[i] = share;
    left -= share;
  }
  return shares;
}

/** What a list needs; no further counted than to the end of the room. */
function needOf(entries: readonly Entry[], room: number): number {
  let need = 0;
  for (const entry of entries) {
    if (need > room) break;
    need += costOf(entry);
  }
  return need;
}

/** One that is too large by itself does not keep out those after it. */
function takeFrom(entries: readonly Entry[], room: number): readonly Entry[] {
  let left = room;
  return entries.filter((entry) => {
    const cost = costOf(entry);
    if (cost > left) return false;
    left -= cost;
    return true;
  });
}

/**
 * Cuts a text and says how much of it is missing.
 *
 * @example clip('abcdef', 4) // => 'abcd… (2 more characters)'
 */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  // Not between the halves of one character.
  const end = /[\ud800-\udbff]/.test(text.charAt(most - 1)) ? most - 1 : most;
  return `${text.slice(0, end)}… (${text.length - end} more characters)`;
}
