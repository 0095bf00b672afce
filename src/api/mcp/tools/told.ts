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

/** Characters of a short answer, text and data together as JSON: some 1,500 tokens. */
export const briefCharacters = 6_000;

/** Kept free for what `tellBriefly` itself says of what is left out, and for the names of the lists. */
const RESERVE = 600;

/** Room for what is not a list: an answer is mostly lists. */
export const frameCharacters = briefCharacters - RESERVE;

/**
 * Tells an answer in the room of a short one: all of the frame, and of each list the entries there is room for, in their
 * order. Lists share the room evenly; what one does not need the others have. Nothing is left out silently: `leftOut` in
 * the data and the last line of the text count it by list.
 *
 * @param frame - What stands above the lists. It must leave room: clip what is in it.
 * @param leftOut - What the frame has already left out, by name.
 */
export function tellBriefly(
  frame: Told,
  sections: Readonly<Record<string, Section>>,
  leftOut: Readonly<Record<string, number>> = {},
): Told {
  const lists = fill(sections, frameCharacters - costOf(frame));
  const cut = lists.filter(({ missing }) => missing > 0);
  const counts = { ...leftOut, ...Object.fromEntries(cut.map(({ name, missing }) => [name, missing])) };
  return {
    text: [frame.text, ...lists.map(listText), cutText(cut)].filter((part) => part !== '').join('\n\n'),
    data: {
      ...frame.data,
      ...Object.fromEntries(lists.map(({ name, shown }) => [name, shown.map(({ data }) => data)])),
      ...(Object.keys(counts).length > 0 && { leftOut: counts }),
    },
  };
}

/** A section with what is shown of it. */
type List = Section & { readonly name: string; readonly shown: readonly Entry[]; readonly missing: number };

function fill(sections: Readonly<Record<string, Section>>, room: number): readonly List[] {
  const rooms = shareRoom(
    room,
    Object.values(sections).map(({ entries }) => entries),
  );
  return Object.entries(sections).map(([name, section], i) => {
    const shown = takeFrom(section.entries, rooms[i] ?? 0);
    return { ...section, name, shown, missing: section.entries.length - shown.length };
  });
}

function listText({ heading, shown }: List): string {
  if (shown.length === 0) return '';
  const list = shown.map(({ text }) => text).join('\n');
  return heading === undefined ? list : `${heading}\n\n${list}`;
}

function cutText(cut: readonly List[]): string {
  if (cut.length === 0) return '';
  const counts = cut.map(({ missing, noun }) => `${missing} ${noun}${missing === 1 ? '' : 's'}`);
  return `_Left out to be short: ${counts.join(', ')}. Detail "full" has everything._`;
}

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
