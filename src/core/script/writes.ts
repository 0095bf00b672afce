import type { Container } from '../../model/pod.ts';
import { type Command, listCommands, nameOf } from './commands.ts';

/** Picks those of a program's arguments that are files it changes. */
type Changes = (words: readonly string[]) => readonly string[];

const all: Changes = (words) => words;
const last: Changes = (words) => words.filter((word) => !word.startsWith('-')).slice(-1);

/** The argument of an option: the next word, or what stands after `=` or right after a letter. */
const argumentOf =
  (option: RegExp): Changes =>
  (words) =>
    words
      .flatMap((word) => word.replace(/^(--[a-z-]+|of)=|^(-[a-zA-Z]+)(?=\/)/, '$1$2\n').split('\n'))
      .filter((_, i, split) => option.test(split[i - 1] ?? ''));

/** Nothing without a word that says so. */
const onlyWith =
  (word: RegExp, changes: Changes): Changes =>
  (words) =>
    words.some((each) => word.test(each)) ? changes(words) : [];

const target = argumentOf(/^(-[a-zA-Z]*t|--target-directory)$/);
const targetOrLast: Changes = (words) => {
  const given = target(words);
  return given.length > 0 ? given : last(words);
};

const sedScript = /^(-[a-zA-Z]*[ef]|--expression|--file)$/;
/** Its first word is the script, unless an option gives that. */
const edited: Changes = (words) => {
  const files = words.filter((word, i) => !word.startsWith('-') && !sedScript.test(words[i - 1] ?? ''));
  return words.some((word) => sedScript.test(word)) ? files : files.slice(1);
};

const unpackedInto = argumentOf(/^(-C|--directory)$/);
const archive = argumentOf(/^(-?[a-zA-Z]*f|--file)$/);
/** `tar xzf` and `tar -xzf`: only the first word is a mode without a hyphen. */
const packed: Changes = (words) => {
  const modes = words.filter((word, i) => i === 0 || word.startsWith('-'));
  if (modes.some((word) => /^(-?[a-zA-Z]*x|--extract$|--get$)/.test(word))) return unpackedInto(words);
  return modes.some((word) => /^(-?[a-zA-Z]*[cru]|--create$|--append$|--update$)/.test(word))
    ? archive(words)
    : [];
};

/** Programs that change files they are given. */
const writers: Readonly<Record<string, Changes>> = {
  tee: all,
  touch: all,
  mkdir: all,
  rm: all,
  rmdir: all,
  chmod: all,
  chown: all,
  truncate: all,
  sed: onlyWith(/^(-[a-zA-Z]*i|--in-place)/, edited),
  wget: argumentOf(/^(-[a-zA-Z]*[OP]|--output-document|--directory-prefix)$/),
  curl: argumentOf(/^(-[a-zA-Z]*o|--output|--output-dir)$/),
  dd: argumentOf(/^of$/),
  tar: packed,
  unzip: argumentOf(/^-[a-zA-Z]*d$/),
  git: onlyWith(/^clone$/, last),
  cp: targetOrLast,
  mv: targetOrLast,
  ln: targetOrLast,
  install: targetOrLast,
  rsync: last,
};

/**
 * Gives a test for paths at or below which the command of a container visibly writes: a redirection into it, or a program that
 * changes files, given a file there. What is at or below one of `holes` does not count; no hole lies below another. It reads a
 * script as words, not as a shell would: it misses what variables hide, and says yes only when the words say so.
 *
 * Reads the script once; each test takes the logarithm of its length for each path.
 *
 * @example
 * const writes = writesOf({ command: ['sh', '-c', 'date > /data/cache/now'] });
 * writes('/data') // => true
 * writes('/data', ['/data/cache']) // => false
 */
export function writesOf(container: Container): (path: string, holes?: readonly string[]) => boolean {
  const written = listCommands(container).flatMap(writtenPaths).sort();
  return (path, holes = []) => {
    let seen = countWithin(written, path);
    for (const hole of holes) seen -= countWithin(written, hole);
    return seen > 0;
  };
}

/** Counts the sorted paths that are a path or lie below it; `0` is the character after `/`. */
function countWithin(sorted: readonly string[], path: string): number {
  const below = path === '/' ? '' : path;
  const inside = indexFrom(sorted, `${below}0`) - indexFrom(sorted, `${below}/`);
  const same = below === '' ? 0 : indexFrom(sorted, `${below}\u0000`) - indexFrom(sorted, below);
  return inside + same;
}

/** Finds the place of the first of sorted texts that is not before the one given. */
function indexFrom(sorted: readonly string[], text: string): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] ?? '') < text) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The paths a command writes to, without slashes at their ends. */
const writtenPaths = ({ program, operands, outputs }: Command): string[] =>
  [...outputs, ...changedFiles([program, ...operands])]
    .map((word) => word.replace(/(?<!\/)\/+$/, ''))
    .filter((word) => word.startsWith('/'));

function changedFiles(words: readonly string[]): readonly string[] {
  const start = words.findIndex((word) => Object.hasOwn(writers, nameOf(word)));
  return writers[nameOf(words[start] ?? '')]?.(words.slice(start + 1)) ?? [];
}
