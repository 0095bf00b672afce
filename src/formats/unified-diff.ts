/** Another text for a part of a text; offsets count UTF-16 code units, the end is exclusive. */
type Change = { readonly start: number; readonly end: number; readonly text: string };

/** Lines that go and lines that come in their place. */
type Block = { readonly at: number; readonly gone: readonly string[]; readonly come: readonly string[] };

/** Lines shown before and after what changes. */
const CONTEXT = 3;

/**
 * Prints changes of a text as a unified diff that `patch` and `git apply` take, with three lines of context.
 *
 * The lines are compared only where something changes, so that it is linear in the text. A line ends with LF; a CR before it
 * is a part of the line.
 *
 * @param changes In text order, not overlapping.
 * @returns Empty when no line differs.
 *
 * @example
 * unifiedDiff('a: 1\nb: 2\n', [{ start: 3, end: 4, text: '3' }])
 * // --- a/manifest.yaml
 * // +++ b/manifest.yaml
 * // @@ -1,2 +1,2 @@
 * // -a: 1
 * // +a: 3
 * //  b: 2
 */
export function unifiedDiff(text: string, changes: readonly Change[]): string {
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const hunks = groupBlocks(listBlocks(text, lines, changes));
  if (hunks.length === 0) return '';
  let shift = 0;
  const printed = hunks.map((blocks) => {
    const hunk = printHunk(lines, blocks, shift);
    for (const { gone, come } of blocks) shift += come.length - gone.length;
    return hunk;
  });
  return `--- a/manifest.yaml\n+++ b/manifest.yaml\n${printed.join('')}`;
}

/** Finds the lines that differ. Changes that touch the same lines, or lines next to each other, make one block. */
function listBlocks(text: string, lines: readonly string[], changes: readonly Change[]): Block[] {
  const blocks: Block[] = [];
  let [line, offset, next] = [0, 0, 0];
  const lineEnd = () => offset + (lines[line]?.length ?? 0);
  const skipTo = (place: number) => {
    while (lineEnd() <= place && line < lines.length - 1) {
      offset = lineEnd();
      line += 1;
    }
  };
  for (let change = changes[next]; change !== undefined; change = changes[next]) {
    skipTo(change.start);
    const at = line;
    let [from, come] = [offset, ''];
    for (; change !== undefined && change.start <= lineEnd(); change = changes[next]) {
      come += text.slice(from, change.start) + change.text;
      from = change.end;
      skipTo(change.end);
      next += 1;
    }
    come += text.slice(from, lineEnd());
    blocks.push(trim({ at, gone: lines.slice(at, line + 1), come: come.match(/[^\n]*\n|[^\n]+$/g) ?? [] }));
  }
  return blocks.filter(({ gone, come }) => gone.length + come.length > 0);
}

/** Takes off the lines at both ends that stay as they are. */
function trim({ at, gone, come }: Block): Block {
  const shorter = Math.min(gone.length, come.length);
  let head = 0;
  while (head < shorter && gone[head] === come[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && gone.at(-1 - tail) === come.at(-1 - tail)) tail += 1;
  return {
    at: at + head,
    gone: gone.slice(head, gone.length - tail),
    come: come.slice(head, come.length - tail),
  };
}

/** Brings blocks together whose context would meet. */
function groupBlocks(blocks: readonly Block[]): [Block, ...Block[]][] {
  const groups: [Block, ...Block[]][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const block of blocks) {
    if (block.at - end <= 2 * CONTEXT) groups.at(-1)?.push(block);
    else groups.push([block]);
    end = block.at + block.gone.length;
  }
  return groups;
}

/** @param shift Lines the text has gained before. */
function printHunk(lines: readonly string[], blocks: readonly [Block, ...Block[]], shift: number): string {
  const start = Math.max(blocks[0].at - CONTEXT, 0);
  const body: string[] = [];
  let [at, grown] = [start, 0];
  const print = (mark: string, some: readonly string[]) => {
    for (const line of some)
      body.push(mark + (line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`));
  };
  for (const block of blocks) {
    print(' ', lines.slice(at, block.at));
    print('-', block.gone);
    print('+', block.come);
    at = block.at + block.gone.length;
    grown += block.come.length - block.gone.length;
  }
  const end = Math.min(at + CONTEXT, lines.length);
  print(' ', lines.slice(at, end));
  const [before, after] = [end - start, end - start + grown];
  return `@@ -${printRange(start, before)} +${printRange(start + shift, after)} @@\n${body.join('')}`;
}

/** An empty range is named by the line before it. */
const printRange = (start: number, count: number): string => `${count === 0 ? start : start + 1},${count}`;
