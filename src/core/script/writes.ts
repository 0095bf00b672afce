import type { Container } from '../../model/pod.ts';
import { type Command, listCommands, nameOf } from './commands.ts';

/** Programs that change the files they are given, and which of their arguments those are. */
const writers: Readonly<Record<string, 'any' | 'last'>> = {
  tee: 'any',
  touch: 'any',
  mkdir: 'any',
  rm: 'any',
  rmdir: 'any',
  chmod: 'any',
  chown: 'any',
  truncate: 'any',
  sed: 'any',
  wget: 'any',
  curl: 'any',
  dd: 'any',
  tar: 'any',
  unzip: 'any',
  git: 'any',
  cp: 'last',
  mv: 'last',
  ln: 'last',
  install: 'last',
  rsync: 'last',
};

/** Options without which a program only reads. */
const onlyWith: Readonly<Record<string, RegExp>> = {
  sed: /^(-[a-zA-Z]*i|--in-place)/,
  wget: /^(-[a-zA-Z]*[OP]|--output-document|--directory-prefix)/,
  curl: /^(-[a-zA-Z]*o|--output)/,
  dd: /^of=/,
  tar: /^-?[a-zA-Z]*x/,
  unzip: /^-d/,
  git: /^clone$/,
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
    .map((word) => word.replace(/^of=/, '').replace(/(?<!\/)\/+$/, ''))
    .filter((word) => word.startsWith('/'));

function changedFiles(words: readonly string[]): readonly string[] {
  const start = words.findIndex((word) => Object.hasOwn(writers, nameOf(word)));
  const name = nameOf(words[start] ?? '');
  const [files, needed] = [words.slice(start + 1), onlyWith[name]];
  if (start < 0 || (needed !== undefined && !files.some((word) => needed.test(word)))) return [];
  return writers[name] === 'last' ? files.slice(-1) : files;
}
