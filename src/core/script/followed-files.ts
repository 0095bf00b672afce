import type { Container } from '../../model/pod.ts';
import { listCommands, scriptOf } from './commands.ts';
import { follows } from './endless.ts';

/** Files looked at in one container. */
const filesLookedAt = 10;

/**
 * Lists the files, with absolute paths, that a container follows with `tail -f` as if they were there already: `tail` ends
 * at once when its only file is missing. Not when the words before it name the file (`touch`, `until [ -f`), sleep or
 * loop, nor with `-F` or `--retry`.
 */
export function filesFollowedAtOnce(container: Container): string[] {
  const script = scriptOf(container);
  // Most containers follow nothing, and looking is cheaper than taking the script apart.
  if (!script.includes('tail')) return [];
  const files: (readonly [file: string, tail: number])[] = [];
  for (const { program, operands, keywords, start } of listCommands(container)) {
    if (keywords.some((word) => word === 'do' || word === 'then') || program === 'sleep') break;
    if (program !== 'tail' || !follows(operands) || operands.some(retries)) continue;
    for (const word of operands) if (word.startsWith('/')) files.push([word, start]);
  }
  return files
    .slice(0, filesLookedAt)
    .flatMap(([file, tail]) => (script.indexOf(file) >= tail ? [file] : []));
}

const retries = (word: string): boolean => /^(-[a-zA-Z0-9]*F|--retry)/.test(word);
