import type { Container } from '../../model/pod.ts';
import { listCommands, scriptOf } from './commands.ts';
import { follows } from './endless.ts';

/** `tail`s looked at in one container. */
const tailsLookedAt = 10;

/**
 * Lists the files, with absolute paths, that a container follows with `tail -f` as if they were there already: `tail` ends
 * at once when its only file is missing. Not when the words before it name the file (`touch`, `until [ -f`), sleep or
 * loop, nor with `-F` or `--retry`.
 */
export function filesFollowedAtOnce(container: Container): string[] {
  const script = scriptOf(container);
  const files: string[] = [];
  let tails = 0;
  for (const { program, operands, keywords, start } of listCommands(container)) {
    if (keywords.some((word) => word === 'do' || word === 'then') || program === 'sleep') break;
    if (program !== 'tail' || !follows(operands)) continue;
    tails += 1;
    if (tails > tailsLookedAt) break;
    if (operands.some((word) => /^(-[a-zA-Z0-9]*F|--retry)/.test(word))) continue;
    files.push(...operands.filter((word) => word.startsWith('/') && script.indexOf(word) >= start));
  }
  return files;
}
