import type { Container } from '../model/pod.ts';
import { isWithin } from './volumes/paths.ts';

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
 * Says whether the command of a container visibly writes below a path: a redirection into it, or a program that changes
 * files, given a file there. It reads a script as words, not as a shell would: it misses what variables hide, and says
 * yes only when the words say so.
 *
 * @param path - Absolute and cleaned.
 */
export function writesBelow({ command = [], args = [] }: Container, path: string): boolean {
  const script = [...command, ...args].join(' ').slice(0, LONGEST_SCRIPT);
  if (!script.includes(path)) return false;
  return script.split(/[;\n|]|&&/).some((line) => writesInLine(line, path));
}

const LONGEST_SCRIPT = 65_536;

function writesInLine(line: string, path: string): boolean {
  const words = line
    .replace(/(\d?>{1,2})/g, ' > ')
    .replace(/["']/g, '')
    .split(/\s+/)
    .filter(Boolean);
  const isBelow = (word: string | undefined) =>
    word !== undefined && isWithin(word.replace(/^of=/, '').replace(/\/+$/, ''), path);
  if (words.some((word, i) => word === '>' && isBelow(words[i + 1]))) return true;
  const start = words.findIndex((word) => nameOf(word) in writers);
  const program = nameOf(words[start] ?? '');
  const [operands, needed] = [words.slice(start + 1), onlyWith[program]];
  if (start < 0 || (needed !== undefined && !operands.some((word) => needed.test(word)))) return false;
  return writers[program] === 'last' ? isBelow(operands.at(-1)) : operands.some(isBelow);
}

const nameOf = (word: string): string => word.slice(word.lastIndexOf('/') + 1);
