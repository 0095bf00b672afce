import type { Container } from '../../model/pod.ts';

/** One simple command of a script, as far as its words show it. */
export type Command = {
  /** Name of the program without its directory; empty when there is none. */
  readonly program: string;
  /** None of `echo` and `printf`: theirs are text. */
  readonly operands: readonly string[];
  /** Files that its input comes from: what stands after `<`. */
  readonly inputs: readonly string[];
  /** Files that its output goes to: what stands after `>` and `>>`. */
  readonly outputs: readonly string[];
  /** The shell's words before the program: `while`, `if`, `then` … */
  readonly keywords: readonly string[];
  /** What stands after it: `;`, a line end, `|`, `||`, `&&`, `&`, or nothing. */
  readonly ending: string;
  /** Where it starts in `scriptOf`. */
  readonly start: number;
};

/**
 * What a container runs, as one text: its command and arguments, without comments, here-documents and what `echo` says in
 * quotes, which no shell runs. Without a command the image decides, and it is empty.
 */
export const scriptOf = (container: Container): string => withoutText(textOf(container));

const textOf = ({ command = [], args = [] }: Container): string =>
  [...command, ...args].join(' ').slice(0, LONGEST_SCRIPT);

const LONGEST_SCRIPT = 32_768;

/** Characters of script that are looked at in one Pod. */
const MOST_SCRIPT = 65_536;

/**
 * Lists the containers, or their handlers, whose scripts are looked at: those that run something, as far as a budget for the
 * Pod reaches. It is far above what people write, and bounds what a hostile manifest can cost.
 */
export function withScript<T extends { readonly spec: Container }>(all: readonly T[]): T[] {
  let left = MOST_SCRIPT;
  return all.filter(({ spec }) => {
    const { length } = textOf(spec);
    if (length === 0 || length > left) return false;
    left -= length;
    return true;
  });
}

/**
 * Takes a script apart into simple commands, in text order. It reads words, not as a shell would: quotes are left out,
 * variables stay as they stand. Linear.
 *
 * @example listCommands({ command: ['sh', '-c', 'cd /a && tail -f b'] }).map(({ program }) => program) // => ['cd', 'tail']
 */
export function listCommands(container: Container): readonly Command[] {
  const commands = known.get(container) ?? readCommands(container);
  known.set(container, commands);
  return commands;
}

/** Several checks ask for the same. */
const known = new WeakMap<Container, readonly Command[]>();

function readCommands(container: Container): Command[] {
  const pieces = scriptOf(container).split(separator);
  const commands: Command[] = [];
  let start = 0;
  for (let i = 0; i < pieces.length; i += 2) {
    const [text = '', ending = ''] = [pieces[i], pieces[i + 1]];
    if (text.trim() !== '') commands.push({ ...readCommand(text), ending, start });
    start += text.length + ending.length;
  }
  return commands;
}

/** `2>&1`, `>&2` and `&>` do not end a command. */
const separator = /(;|\n|\|\||&&|\||(?<![<>])&(?!>))/;

/** Leaves out what stands in a script and is not run. */
function withoutText(script: string): string {
  const kept: string[] = [];
  let end: { readonly word: string; readonly isIndented: boolean } | undefined;
  for (const line of script.split('\n')) {
    if (end !== undefined) {
      if ((end.isIndented ? line.replace(/^\t+/, '') : line) === end.word) end = undefined;
      continue;
    }
    const [, dash, , word] = (line.includes('<<') && hereDocument.exec(line)) || [];
    if (word !== undefined) end = { word, isIndented: dash === '-' };
    const run = line.includes('#') ? line.replace(comment, '$1') : line;
    kept.push(word === undefined ? run : run.replace(hereDocument, ' '));
  }
  return kept.join('\n').replace(saying, '$1 ');
}

/** A line that is one, also the first of `sh -c`. */
const comment = /^(.*? -[a-z]*c )?\s*#.*$/;
/** `<<EOF`, `<<-EOF`, `<<'EOF'`, `<<"EOF"`; not the string of `<<<`, nor a number that is shifted. */
const hereDocument = /(?<!<)<<(-?)[ \t]*\\?(["']?)([A-Za-z_][\w.-]*)\2/;
const saying = /\b(echo|printf)(?:[ \t]+(?:-\w+|"(?:[^"\\]|\\.)*"|'[^']*'))+/gs;
/** Programs that say what they are given. */
const speakers: ReadonlySet<string> = new Set(['echo', 'printf']);

const keywords: ReadonlySet<string> = new Set(
  'if then elif else fi while until do done for case esac function ! ( ) { } time exec command nohup'.split(
    ' ',
  ),
);
const shells: ReadonlySet<string> = new Set(['sh', 'bash', 'ash', 'dash', 'zsh', 'busybox']);

function readCommand(text: string): Omit<Command, 'ending' | 'start'> {
  const words = text
    .replace(/["'`]/g, '')
    .replace(/\d?<{1,3}/g, ' < ')
    .replace(/[\d&]?>{1,2}/g, ' > ')
    .replace(/^\s*([({])|([)}])\s*$/g, ' $1$2 ')
    .split(/\s+/)
    .filter(Boolean);
  const after = (sign: string) => words.filter((_, i) => words[i - 1] === sign);
  const rest = words.filter((word, i) => ![word, words[i - 1]].some((each) => each === '<' || each === '>'));
  const before: string[] = [];
  let at = 0;
  for (let word = rest[at]; word !== undefined; word = rest[at]) {
    const isShell = shells.has(nameOf(word));
    if (keywords.has(word)) before.push(word);
    else if (!isShell && !/^[A-Za-z_]\w*=/.test(word)) break;
    at += 1;
    // `sh -c` runs what follows.
    while (isShell && rest[at]?.startsWith('-')) at += 1;
  }
  const program = nameOf(rest[at] ?? '');
  const operands = speakers.has(program) ? [] : rest.slice(at + 1);
  return { program, operands, inputs: after('<'), outputs: after('>'), keywords: before };
}

/** A program without its directory. */
export const nameOf = (word: string): string => word.slice(word.lastIndexOf('/') + 1);
