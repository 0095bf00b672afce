import type { Container } from '../../model/pod.ts';
import { type Command, listCommands } from './commands.ts';

/**
 * Says whether the words of a container's command show that it never ends: `sleep infinity`, `tail -f`, a `while true`
 * that nothing leaves. It says yes only when no word leads past it.
 */
export function neverEnds(container: Container): boolean {
  const commands = listCommands(container);
  for (const [i, command] of commands.entries()) {
    if (command.keywords.some((word) => word === 'if' || word === 'case' || word === 'function'))
      return false;
    if (isEndlessLoop(command)) return !commands.slice(i + 1).some(leaves) && !commands.some(stopsOnError);
    const staysInFront = command.ending !== '&' && command.ending !== '|' && command.ending !== '||';
    if (staysInFront && isEndless(command)) return true;
    if (command.program === 'exit' || command.ending === '||') return false;
  }
  return false;
}

const isEndless = ({ program, operands }: Command): boolean =>
  (program === 'sleep' && (operands[0] === 'infinity' || operands[0] === 'inf')) ||
  (program === 'tail' && follows(operands) && !operands.some((word) => word.startsWith('--pid')));

/** Says whether operands of `tail` ask it to wait for more. */
export const follows = (operands: readonly string[]): boolean =>
  operands.some((word) => /^(-[a-zA-Z0-9]*[fF]|--follow)/.test(word));

const isEndlessLoop = ({ keywords, program, operands }: Command): boolean =>
  (keywords.includes('while') &&
    (/^(true|:|1)$/.test(program) || (program === '[' && operands[0] === '1'))) ||
  (keywords.includes('until') && program === 'false');

const leaving: ReadonlySet<string> = new Set(['break', 'exit', 'return', 'kill']);

const leaves = ({ program, keywords, ending }: Command): boolean =>
  leaving.has(program) || keywords.includes('exec') || ending === '&';

const stopsOnError = ({ program, operands }: Command): boolean =>
  program === 'set' && operands.some((word) => /^-[a-z]*e/.test(word));
